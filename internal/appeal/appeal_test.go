package appeal_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"
	"pgregory.net/rapid"

	"fotfaste/internal/appeal"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

const reason = "Skälen för beslutet håller." // long enough

var (
	today = period.MustDay("2027-06-01")
	judge = appeal.Judge{Account: "decider", At: time.Date(2027, 6, 1, 9, 0, 0, 0, time.UTC), Assessors: []ident.ID{"assessor"}}
)

type row struct {
	Says     string
	Got      string
	Received string
	Last     string
	InTime   string `yaml:"in_time"`
	Kind     appeal.Kind
	Done     []string
	Then     []appeal.Step
}

func received(kind appeal.Kind, on string) appeal.Appeal {
	return appeal.Appeal{ID: "a", Kind: kind, State: appeal.Received, ReceivedOn: period.MustDay(on), By: appeal.Participant, Wish: "Jag vill ha en plats."}
}

// do is one of the words of the table.
func do(a appeal.Appeal, what string, t appeal.Time) (appeal.Appeal, error) {
	step, outcome, _ := strings.Cut(what, "_")
	switch step {
	case "answer":
		return a.Answer(judge, appeal.Outcome(outcome), reason)
	case "new":
		return a.Followed("new")
	case "forward":
		return a.SendOn(today, today)
	case "court":
		return a.CourtSaid(appeal.CourtOutcome(outcome), "1234-27", today, today)
	case "withdraw":
		return a.TakeBack(today)
	case "reject":
		return a.Refuse(judge, reason, t)
	}
	return a, fmt.Errorf("the table says %q", what)
}

func TestTheTable(t *testing.T) {
	text, err := os.ReadFile("testdata/cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	if err := yaml.UnmarshalWithOptions(text, &rows, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	if len(rows) < 20 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, r := range rows {
		t.Run(r.Says, func(t *testing.T) {
			if r.Kind == "" {
				r.Kind = appeal.ToCourt
			}
			var last *period.Day
			if r.Got != "" {
				day := decision.LastAppealDay(period.MustDay(r.Got), 3)
				last = &day
			}
			a := received(r.Kind, r.Received)
			when := appeal.TimeOf(a.ReceivedOn, last)
			if told := fmt.Sprint(r.Last); last != nil && told != last.String() || last == nil && r.Last != "" || when.In != (r.InTime == "yes") {
				t.Errorf("last day %v, in time %v", last, when.In)
			}
			for _, what := range r.Done {
				var err error
				if a, err = do(a, what, when); err != nil {
					t.Fatalf("%s: %v", what, err)
				}
			}
			if got := a.Steps(when); !slices.Equal(got, r.Then) {
				t.Errorf("next: %v", got)
			}
		})
	}
}

// What is not open is refused with when it is, and nothing changes.
func TestWhatIsNotOpenIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := received(rapid.SampledFrom(appeal.Kinds()).Draw(t, "kind"), "2026-08-10")
		when := appeal.Time{In: rapid.Bool().Draw(t, "in time")}
		words := []string{"answer_changed", "answer_partly_changed", "answer_unchanged", "new_decision", "forward", "court_upheld", "court_changed", "withdraw", "reject"}
		steps := map[string]appeal.Step{"answer": appeal.Reconsider, "new": appeal.Follow, "forward": appeal.Forward, "court": appeal.Court,
			"withdraw": appeal.Withdraw, "reject": appeal.Reject}
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			what := rapid.SampledFrom(words).Draw(t, "what")
			name, _, _ := strings.Cut(what, "_")
			open := slices.Contains(a.Steps(when), steps[name])
			next, err := do(a, what, when)
			if open != (err == nil) {
				t.Fatalf("%s of %s: open %v, %v", what, a, open, err)
			}
			if err != nil {
				if fault.CodeOf(err) != fault.Conflict || next != a {
					t.Fatalf("%v, now %s", err, next)
				}
				continue
			}
			a = next
		}
		if a.State == appeal.Forwarded && (a.Kind != appeal.ToCourt || a.AwaitsDecision()) {
			t.Fatalf("%s went to the court", a)
		}
	})
}

func TestWhatIsWrong(t *testing.T) {
	made := period.MustDay("2026-08-03")
	late := appeal.Time{Last: &made}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"no wish":              {change(func(a *appeal.Appeal) { a.Wish = "  " }).Check(made, today), "wish: appeal.no_wish"},
		"no such kind":         {change(func(a *appeal.Appeal) { a.Kind = "x" }).Check(made, today), "kind: form.not_a_choice"},
		"no such sender":       {change(func(a *appeal.Appeal) { a.By = "x" }).Check(made, today), "by: form.not_a_choice"},
		"whose representative": {change(func(a *appeal.Appeal) { a.By = appeal.Representative }).Check(made, today), "representative: appeal.no_representative"},
		"before the decision":  {change(func(a *appeal.Appeal) { a.ReceivedOn = made - 1 }).Check(made, today), "received_on: appeal.received_before"},
		"tomorrow":             {change(func(a *appeal.Appeal) { a.ReceivedOn = today + 1 }).Check(made, today), "received_on: appeal.received_later"},
		"a short reason":       {second(received(appeal.ToCourt, "2026-08-10").Answer(judge, appeal.Unchanged, "Kort.")), "reason: decision.reason_short"},
		"a short refusal":      {second(received(appeal.ToCourt, "2026-08-10").Refuse(judge, "Kort.", late)), "reason: decision.reason_short"},
		"no such outcome":      {second(received(appeal.ToCourt, "2026-08-10").Answer(judge, "x", reason)), "outcome: form.not_a_choice"},
		"the assessor": {second(received(appeal.ToCourt, "2026-08-10").Answer(appeal.Judge{Account: "assessor", Assessors: judge.Assessors}, appeal.Unchanged, reason)),
			"not_allowed: decision.maker_assessed"},
		"sent on tomorrow":       {second(unchanged().SendOn(today+1, today)), "on: appeal.day_between"},
		"sent on before it came": {second(unchanged().SendOn(period.MustDay("2026-08-09"), today)), "on: appeal.day_between"},
		"the court first":        {second(sent().CourtSaid(appeal.Upheld, "", today-1, today)), "on: appeal.day_between"},
		"no such court":          {second(sent().CourtSaid("x", "", today, today)), "outcome: form.not_a_choice"},
		"no such step":           {sent().Can("x", late), "not_found: fault.not_found"},
	} {
		if c.err == nil || !strings.Contains(c.err.Error(), c.want) {
			t.Errorf("%s: %v", name, c.err)
		}
	}
	if err := received(appeal.ToCourt, "2026-08-10").Check(made, today); err != nil {
		t.Error(err)
	}
}

func change(what func(*appeal.Appeal)) appeal.Appeal {
	a := received(appeal.ToCourt, "2026-08-10")
	what(&a)
	return a
}

func unchanged() appeal.Appeal {
	a, _ := received(appeal.ToCourt, "2026-08-10").Answer(judge, appeal.Unchanged, reason)
	return a
}

func sent() appeal.Appeal {
	a, _ := unchanged().SendOn(today, today)
	return a
}

func second(_ appeal.Appeal, err error) error { return err }

// What waits for whom.
func TestWhatWaits(t *testing.T) {
	if a := unchanged(); !a.AwaitsForwarding() || a.AwaitsDecision() {
		t.Errorf("%s", a)
	}
	all, _ := received(appeal.ToCourt, "2026-08-10").Answer(judge, appeal.Changed, reason)
	done, _ := all.Followed("new")
	if !all.AwaitsDecision() || all.AwaitsForwarding() || done.AwaitsDecision() || done.AwaitsForwarding() {
		t.Errorf("%s, %s", all, done)
	}
}

func TestAnAppealMasksItself(t *testing.T) {
	a := unchanged()
	for _, text := range []string{fmt.Sprint(a), fmt.Sprintf("%+v %#v", a, a), a.LogValue().String()} {
		if strings.Contains(text, "plats") || strings.Contains(text, "Skälen") {
			t.Error(text)
		}
	}
}
