package house

import (
	"slices"
	"strings"
	"testing"
)

// floors are the rooms from the ground up. A room leans only on rooms of the floors
// below its own. What stands inside a room (store/migrations in store) belongs to
// it unless it is named here itself.
var floors = [][]string{
	{"money", "period", "fault", "ident", "clock", "flow", "stat", "latin"},
	// What others have fixed: statutes, and the formats of files.
	{"law", "payaccount", "iso20022", "sie", "jsonfile"},
	{"person", "casefile", "eligibility", "decision", "assessment", "plan", "catalogue", "placement",
		"attendance", "compensation", "followup", "letter", "appeal", "benefit", "duty", "economy", "household", "studies", "ledger", "allocation", "payment",
		"recovery", "steering", "trial", "matching", "throughput"},
	{"access", "journal"},
	{"store"},
	{"casework"},
	{"simulate"},
	{"web/locale"},
	{"web/form", "web/chart", "web/static"},
	{"web/layout"},
	{"web/visit", "web/questions"},
	{"web/worker", "web/participant", "web/provider", "web/payment", "web/manager", "web/evaluator", "web/evidence",
		"web/admin", "web/signin", "web/sums"},
	{"web", "api"},
	{"cli"},
	{"cmd"},
}

// sideways are the arrows between rooms of one floor that the programme itself
// draws. A new one is a decision about the domain: say in review why it is so.
var sideways = map[string][]string{
	"clock":        {"period"},                                // which day it is
	"placement":    {"plan", "catalogue", "casefile", "duty"}, // what hours of a place are to the requirement
	"compensation": {"attendance", "decision", "person"},
	"eligibility":  {"person"},
	"letter":       {"decision", "appeal", "recovery"},
	"recovery":     {"compensation"},                              // why a week fell is read off its two explanations
	"duty":         {"casefile", "catalogue", "person", "plan"},   // main obstacles, gender, and what a plan has
	"economy":      {"compensation"},                              // what the programme would pay
	"matching":     {"assessment", "catalogue", "plan", "person"}, // pairs of participants and interventions; words are folded as names are
	"throughput":   {"catalogue", "placement", "steering"},        // placements of an intervention, counted by gender
	"household":    {"economy", "person"},                         // it keeps the facts that are reckoned with; children are the case's
}

// atTheStore are the rooms that hold the database: the use cases, what fills it,
// the sessions, and the commands that open it. Pages and the JSON interface reach
// it through use cases alone.
var atTheStore = []string{"casework", "simulate", "web/visit", "cli"}

// pure are the floors without input or output, clock or chance: the ground's own
// clock and identities apart, everything there is a function of its arguments.
const pure = 3

// place is the room's entry in floors and the number of its floor, -1 for none.
func place(room string) (name string, floor int) {
	floor = -1
	for i, rooms := range floors {
		for _, r := range rooms {
			if (room == r || strings.HasPrefix(room, r+"/")) && len(r) > len(name) {
				name, floor = r, i
			}
		}
	}
	return name, floor
}

// mayLean tells whether the room from may import the room to.
func mayLean(from, to string) bool {
	f, high := place(from)
	t, low := place(to)
	if f == t {
		return true
	}
	if t == "store" && !slices.Contains(atTheStore, f) {
		return false
	}
	return low < high || low == high && slices.Contains(sideways[f], t)
}

func TestArrowsPointDown(t *testing.T) {
	for _, f := range tree(t) {
		if f.room == "house" || strings.HasPrefix(f.room, "house/") {
			continue // it is about the building, not in it
		}
		if _, floor := place(f.room); floor < 0 {
			t.Errorf("%s: the room %s has no floor. Say in floors_test.go where it stands.", f.path, f.room)
			continue
		}
		if f.test {
			continue // a test may build its case with whatever it likes
		}
		for _, to := range f.imports() {
			if !mayLean(f.room, to) {
				t.Errorf("%s: %s may not lean on %s", f.path, f.room, to)
			}
		}
	}
}

// TestMayLean holds the rule itself to what it is meant to say.
func TestMayLean(t *testing.T) {
	for _, arrow := range []struct {
		from, to string
		want     bool
	}{
		{"law", "period", true},
		{"period", "law", false},
		{"period", "clock", false},
		{"clock", "period", true},
		{"person", "law", true},
		{"placement", "plan", true},
		{"plan", "placement", false},
		{"person", "store", false},
		{"person", "journal", false},
		{"access", "journal", false},
		{"access", "placement", true},
		{"store", "journal", true},
		{"store", "store/migrations", true},
		{"store/storetest", "store", true},
		{"store/storetest/cluster", "store/storetest", true},
		{"store", "casework", false},
		{"casework", "store", true},
		{"web/worker", "casework", true},
		{"web/worker", "store", false},
		{"web", "store", false},
		{"api", "store", false},
		{"cli", "store", true},
		{"web/visit", "store", true},
		{"web/worker", "web/visit", true},
		{"web/worker", "web/participant", false},
		{"web/worker", "web/layout", true},
		{"web/layout", "web/worker", false},
		{"web/layout", "web/locale", true},
		{"web", "web/worker", true},
		{"web/worker", "web", false},
		{"web", "cli", false},
		{"cli", "web", true},
		{"simulate", "casework", true},
		{"casework", "simulate", false},
		{"cmd/fotfaste", "cli", true},
		{"cli", "cmd/fotfaste", false},
	} {
		if got := mayLean(arrow.from, arrow.to); got != arrow.want {
			t.Errorf("%s leaning on %s: %v, want %v", arrow.from, arrow.to, got, arrow.want)
		}
	}
}

// TestRulesArePure: a rule that reads a file, a database or the network cannot be
// called on a case from a lawyer's table.
func TestRulesArePure(t *testing.T) {
	forbidden := []string{"database/sql", "net", "net/http", "os", "os/exec", "log", "log/slog", "math/rand",
		"math/rand/v2", "crypto/rand", "syscall"}
	for _, f := range tree(t) {
		if _, floor := place(f.room); floor < 0 || floor >= pure || f.test {
			continue
		}
		for _, name := range f.outside() {
			if slices.Contains(forbidden, name) {
				// A value that masks itself in logs needs slog's type and nothing else of it.
				if name == "log/slog" && !uses(f, "slog", "LogValuer", "Value", "StringValue") {
					continue
				}
				t.Errorf("%s: a rule may not import %s", f.path, name)
			}
		}
	}
}

// TestOnlyTheStoreKnowsTheEngines holds SQL drivers and migrations to package store.
func TestOnlyTheStoreKnowsTheEngines(t *testing.T) {
	for _, f := range tree(t) {
		if name, _ := place(f.room); name == "store" || f.test {
			continue
		}
		for _, name := range f.outside() {
			for _, engine := range []string{"modernc.org/sqlite", "github.com/jackc/pgx", "github.com/pressly/goose"} {
				if strings.HasPrefix(name, engine) {
					t.Errorf("%s: %s belongs to package store alone", f.path, name)
				}
			}
		}
	}
}

// TestTestRoomsStayInTests: what is made for tests is not in the product.
func TestTestRoomsStayInTests(t *testing.T) {
	for _, f := range tree(t) {
		if f.test {
			continue
		}
		for _, to := range f.imports() {
			if forTests(to) {
				t.Errorf("%s: %s is for tests", f.path, to)
			}
		}
		if slices.Contains(f.outside(), "testing") {
			t.Errorf("%s: testing is for tests", f.path)
		}
	}
}
