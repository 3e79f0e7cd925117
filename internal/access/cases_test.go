package access_test

import (
	"os"
	"slices"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// row is a row of testdata/cases.yaml, which says what each field means.
type row struct {
	Says         string
	Who          access.Role
	WorksAt      ident.ID `yaml:"works_at"`
	Ties         []string
	Wants        string
	State        casefile.State
	Protection   person.Protection
	InHandOf     []ident.ID `yaml:"in_hand_of"`
	Consents     []rowConsent
	Overpaid     bool
	Opened       *struct{ From, Until string }
	Municipality string
	Answer       string
	Rule         string
}

type rowConsent struct {
	To          ident.ID
	Part        access.Part
	From, Until string
	TakenBack   bool `yaml:"taken_back"`
}

var noon = time.Date(2026, 8, 3, 12, 0, 0, 0, clock.Stockholm)

func rows(t *testing.T) []row {
	t.Helper()
	text, err := os.ReadFile("testdata/cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var read []row
	if err := yaml.UnmarshalWithOptions(text, &read, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	return read
}

func TestCases(t *testing.T) {
	for _, r := range rows(t) {
		t.Run(r.Says, func(t *testing.T) {
			act := actNamed(t, r.Wants)
			if !slices.Contains(access.Roles, r.Who) {
				t.Fatalf("there is no role %q", r.Who)
			}
			if r.Answer != "yes" && r.Answer != "no" {
				t.Fatalf("the answer is %q, neither yes nor no", r.Answer)
			}
			actor, subject := r.asked(t)
			got := access.Decide(actor, act, subject, access.Moment{At: noon, Day: clock.DayOf(noon)})
			want := access.Verdict{Allowed: r.Answer == "yes", Rule: r.Rule}
			if got != want {
				t.Errorf("the answer is %+v, the table says %+v", got, want)
			}
		})
	}
}

// asked is who asks, and the case that the row tells of.
func (r row) asked(t *testing.T) (access.Actor, access.Case) {
	t.Helper()
	actor := access.Actor{Municipality: "9999", Account: "me", Role: r.Who, Organisation: r.WorksAt}
	subject := access.Case{Municipality: "9999", ID: "case", Person: "somebody", State: casefile.Active,
		Protection: person.None, Hosts: r.InHandOf, Overpaid: r.Overpaid}
	if r.Municipality != "" {
		subject.Municipality = r.Municipality
	}
	if r.State != "" {
		subject.State = r.State
	}
	if !slices.Contains(casefile.States(), subject.State) {
		t.Fatalf("there is no state %q", r.State)
	}
	if r.Protection != "" {
		subject.Protection = r.Protection
	}
	for _, tie := range r.Ties {
		switch tie {
		case "is_the_person":
			actor.Person = subject.Person
		case "team":
			subject.Team = []ident.ID{"another", actor.Account}
		case "relative":
			subject.Conflicted = []ident.ID{"another", actor.Account}
		default:
			t.Fatalf("there is no tie %q", tie)
		}
	}
	for _, c := range r.Consents {
		subject.Consents = append(subject.Consents, access.Consent{Organisation: c.To, Part: c.Part,
			From: period.MustDay(c.From), Until: period.MustDay(c.Until), Revoked: c.TakenBack})
	}
	if r.Opened != nil {
		subject.Opened = []access.BreakGlass{{Account: actor.Account, From: minute(t, r.Opened.From), Until: minute(t, r.Opened.Until)}}
	}
	return actor, subject
}

func minute(t *testing.T, text string) time.Time {
	t.Helper()
	at, err := time.ParseInLocation("2006-01-02 15:04", text, clock.Stockholm)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func actNamed(t *testing.T, name string) access.Act {
	t.Helper()
	acts := access.Acts()
	at := slices.IndexFunc(acts, func(a access.Act) bool { return a.Name == name })
	if at < 0 {
		t.Fatalf("there is no act %q", name)
	}
	return acts[at]
}

// A rule that decides no row is a rule that no reader of the table has met.
func TestCasesCoverEveryRule(t *testing.T) {
	decided := map[string]int{}
	for _, r := range rows(t) {
		decided[r.Rule]++
	}
	for _, rule := range append(access.Grounds(), access.Refusals()...) {
		if rule != "role" && decided[rule] == 0 {
			t.Errorf("no row is decided by %s", rule)
		}
	}
}
