package cli

import (
	"strings"
	"testing"
)

// An empty database comes to life: tables, a municipality, its first people, and a
// journal that says how they came in.
func TestTheFirstPeopleAreLetIn(t *testing.T) {
	db := t.TempDir() + "/f.db"
	steps := []struct {
		name string
		code int
		args []string
	}{
		{"no tables yet", Wrong, []string{"municipality", "add", "--db", db, "9998", "Nystad"}},
		{"tables", Fine, []string{"migrate", "--db", db}},
		{"a code of three figures", Refused, []string{"municipality", "add", "--db", db, "998", "Nystad"}},
		{"the municipality", Fine, []string{"municipality", "add", "--db", db, "9998", "Nystad"}},
		{"once only", Refused, []string{"municipality", "add", "--db", db, "9998", "Nystad"}},
		{"a subject without an issuer", Refused, account(db, "Ada Nyström", "ada", "administrator")},
		{"a role that nobody has", Refused, account(db, "Ada Nyström", "issuer|ada", "king")},
		{"participants come in by their enquiry", Refused, account(db, "Ada Nyström", "issuer|ada", "participant")},
		{"the first person", Fine, account(db, "Ada Nyström", "issuer|ada", "administrator", "auditor")},
		{"the same identity again", Wrong, account(db, "Ada Nyström", "issuer|ada", "manager")},
		{"a colleague in the same organisation", Fine, account(db, "Bo Nyström", "issuer|bo", "case_manager")},
		{"and the journal is whole", Fine, []string{"journal", "verify", "--db", db}},
	}
	for _, s := range steps {
		if code, out, err := run(t, s.args...); code != s.code {
			t.Fatalf("%s: exit code %d, want %d: %s%s", s.name, code, s.code, out, err)
		}
	}
	if _, out, _ := run(t, "journal", "verify", "--db", db); !strings.Contains(out, "2 ") {
		t.Errorf("two people were let in, the journal says %q", out)
	}
}

func account(db, name, subject string, roles ...string) []string {
	args := []string{"account", "add", "--db", db, "--municipality", "9998", "--name", name, "--subject", subject,
		"--organisation", "Arbetsmarknadsenheten"}
	for _, r := range roles {
		args = append(args, "--role", r)
	}
	return args
}
