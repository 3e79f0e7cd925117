package cli

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fotfaste/internal/web/signin"

	"github.com/alecthomas/kong"
)

// staffDoor is sign-in for staff as far as the command line tells it.
var staffDoor = []string{"--base", "https://fotfaste.example.se", "--staff-issuer", "https://id.example.se", "--staff-client-id", "fotfaste"}

func flags(t *testing.T, args ...string) (*signin.Config, error) {
	t.Helper()
	var line struct {
		SignIn signinFlags `embed:""`
	}
	parser, err := kong.New(&line)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse(args); err != nil {
		t.Fatal(err)
	}
	return line.SignIn.config()
}

func TestSignInFromFlagsEnvironmentAndFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(file, []byte("from-the-file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("FOTFASTE_BASE", "https://fotfaste.example.se/")
	t.Setenv("FOTFASTE_STAFF_ISSUER", "https://id.example.se/realms/staff")
	t.Setenv("FOTFASTE_STAFF_CLIENT_ID", "fotfaste")
	t.Setenv("FOTFASTE_STAFF_CLIENT_SECRET", "from-the-environment")
	t.Setenv("FOTFASTE_STAFF_ROLES_CLAIM", "realm_access.roles")
	t.Setenv("FOTFASTE_STAFF_SCOPES", "roles,profile")
	t.Setenv("FOTFASTE_PROXY", "10.0.0.0/24,192.0.2.7")
	c, err := flags(t, "--participants-issuer", "https://login.example.se", "--participants-client-id", "min-vag",
		"--participants-client-secret-file", file)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Providers) != 2 {
		t.Fatalf("%d providers", len(c.Providers))
	}
	staff, participants := c.Providers[0], c.Providers[1]
	for _, got := range []struct{ is, want string }{
		{staff.Name, signin.Staff}, {staff.Issuer, "https://id.example.se/realms/staff"}, {staff.ClientID, "fotfaste"},
		{string(staff.ClientSecret), "from-the-environment"}, {staff.RolesClaim, "realm_access.roles"},
		{strings.Join(staff.Scopes, " "), "roles profile"},
		{participants.Name, signin.Participants}, {participants.ClientID, "min-vag"},
		{string(participants.ClientSecret), "from-the-file"}, {participants.RolesClaim, ""},
		{fmt.Sprint(c.Proxies), "[10.0.0.0/24 192.0.2.7/32]"},
	} {
		if got.is != got.want {
			t.Errorf("got %q, want %q", got.is, got.want)
		}
	}

	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("start", "config", c, "provider", staff)
	for _, shown := range []string{log.String(), fmt.Sprintf("%v %+v %#v %s", c, staff, staff, staff.ClientSecret)} {
		if strings.Contains(shown, "from-the") {
			t.Errorf("the secret is shown: %s", shown)
		}
	}
}

func TestSignInThatCannotBeMeantStopsTheStart(t *testing.T) {
	const variable = "FOTFASTE_STAFF_CLIENT_SECRET"
	for name, c := range map[string]struct {
		secret string
		args   []string
		says   string
	}{
		"nothing":               {"", nil, "nobody could sign in"},
		"a secret alone":        {"s", nil, "base address"},
		"no secret":             {"", staffDoor, "client secret is missing"},
		"no client":             {"s", []string{"--base", "https://a.se", "--staff-issuer", "https://b.se"}, "client id is missing"},
		"no issuer":             {"s", []string{"--base", "https://a.se", "--staff-client-id", "x"}, "issuer is missing"},
		"no base":               {"s", staffDoor[2:], "base address is missing"},
		"base in the clear":     {"s", append(staffDoor, "--base", "http://fotfaste.example.se"), "https://"},
		"base with a path":      {"s", append(staffDoor, "--base", "https://a.se/fotfaste"), "without a path"},
		"base without host":     {"s", append(staffDoor, "--base", "fotfaste.example.se"), "https://host"},
		"issuer in the clear":   {"s", append(staffDoor, "--staff-issuer", "http://id.example.se"), "https://"},
		"issuer with a user":    {"s", append(staffDoor, "--staff-issuer", "https://me:x@id.example.se"), "https://host"},
		"issuer with the mark":  {"s", append(staffDoor, "--staff-issuer", "https://id.example.se/a|b"), "|"},
		"no such file":          {"", append(staffDoor, "--staff-client-secret-file", "no-such-file"), "no-such-file"},
		"space in the secret":   {" s", staffDoor, "space"},
		"proxy":                 {"s", append(staffDoor, "--proxy", "our-proxy"), "our-proxy"},
		"sign-ins below zero":   {"s", append(staffDoor, "--signin-per-minute=-1"), "below zero"},
		"the same client twice": {"s", append(staffDoor, "--participants-issuer", "https://id.example.se", "--participants-client-id", "fotfaste", "--participants-client-secret-file", "provider.go"), "same issuer"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(variable, c.secret)
			_, err := flags(t, c.args...)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("got %v, want something about %q", err, c.says)
			}
			if code := tell(Env{Err: t.Output()}, err); code != Refused {
				t.Errorf("exit code %d", code)
			}
			code, _, said := run(t, append([]string{"serve", "--db", t.TempDir() + "/f.db"}, c.args...)...)
			if code != Refused || !strings.Contains(said, c.says) {
				t.Errorf("serve: exit code %d, %q", code, said)
			}
		})
	}
}
