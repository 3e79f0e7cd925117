package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"fotfaste/internal/fault"
)

// run is a command line as a person types it.
func run(t *testing.T, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Main(t.Context(), args, Env{In: strings.NewReader(""), Out: &o, Err: &e})
	return code, o.String(), e.String()
}

func TestVersion(t *testing.T) {
	code, out, err := run(t, "version")
	if code != Fine || err != "" {
		t.Fatalf("exit code %d, %q", code, err)
	}
	for _, want := range []string{"fotfaste development\n", "commit ", runtime.Version() + "\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in %q", want, out)
		}
	}
	code, out, _ = run(t, "version", "--json")
	var v Version
	if e := json.Unmarshal([]byte(out), &v); e != nil || code != Fine {
		t.Fatalf("exit code %d: %v", code, e)
	}
	if v != ThisVersion() {
		t.Errorf("--json says %+v, the text says %+v", v, ThisVersion())
	}
}

func TestACommandLineThatCannotBeReadIsRefused(t *testing.T) {
	for _, args := range [][]string{{}, {"no-such-command"}, {"version", "--no-such-flag"}, {"version", "extra"}} {
		code, out, err := run(t, args...)
		if code != Refused || out != "" || !strings.Contains(err, "--help") {
			t.Errorf("%q: exit code %d, out %q, err %q", args, code, out, err)
		}
	}
}

func TestHelpNamesTheCommands(t *testing.T) {
	code, out, err := run(t, "--help")
	if code != Fine || err != "" || !strings.Contains(out, "version") {
		t.Errorf("exit code %d, out %q, err %q", code, out, err)
	}
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, Fine},
		{errors.New("the chain is broken"), Wrong},
		{&fault.Error{Code: fault.NotFound}, Wrong},
		{&fault.Error{Code: fault.Invalid}, Refused},
		{fmt.Errorf("line 3: %w", &fault.Error{Code: fault.Invalid}), Refused},
		{fmt.Errorf("read: %w", &RefusedError{errors.New("no such file")}), Refused},
	} {
		var said bytes.Buffer
		if got := tell(Env{Err: &said}, c.err); got != c.want {
			t.Errorf("%v: exit code %d, want %d", c.err, got, c.want)
		}
		if (said.Len() == 0) != (c.err == nil) {
			t.Errorf("%v: told %q", c.err, said.String())
		}
	}
}

func TestMigrateAndServeRefuseAnUnknownDatabase(t *testing.T) {
	t.Setenv("FOTFASTE_STAFF_CLIENT_SECRET", "a-secret")
	for _, command := range [][]string{{"migrate"}, append([]string{"serve"}, staffDoor...)} {
		if code, _, err := run(t, append(command, "--db", "mysql://somewhere")...); code == Fine || !strings.Contains(err, "postgres://") {
			t.Errorf("%s: exit code %d, %q", command, code, err)
		}
	}
}

func TestMigrateTwiceIsOnce(t *testing.T) {
	file := t.TempDir() + "/f.db"
	for range 2 {
		if code, out, err := run(t, "migrate", "--db", file); code != Fine {
			t.Fatalf("exit code %d, %q %q", code, out, err)
		}
	}
}
