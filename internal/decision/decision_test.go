package decision

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
)

var (
	day   = period.MustDay
	rules = law.Programme{Years: 1, ExtensionYears: 1}
)

const enough = "Åtgärden är väl prövad." // 23 characters in 28 bytes

// history makes decisions one after another, as a case does.
type history struct {
	made []Decision
}

func (h *history) try(today string, draft Draft) error {
	if draft.Reason == "" {
		draft.Reason = enough
	}
	id := ident.ID(fmt.Sprintf("%02d", len(h.made)+1))
	maker := Maker{Account: "decider", At: day(today).Time(), Today: day(today), Assessors: []ident.ID{"assessor"}}
	made, err := Make(id, draft, maker, h.made, rules)
	if err == nil {
		h.made = append(h.made, made)
	}
	return err
}

func (h *history) must(t *testing.T, today string, draft Draft) Decision {
	t.Helper()
	if err := h.try(today, draft); err != nil {
		t.Fatalf("%s on %s: %v", draft.Kind, today, err)
	}
	return h.made[len(h.made)-1]
}

// granted is a history with a year from 2 March 2026.
func granted(t *testing.T) *history {
	h := &history{}
	h.must(t, "2026-02-20", Draft{Kind: Grant, From: day("2026-03-02")})
	return h
}

func TestAGrantIsOneYear(t *testing.T) {
	h := granted(t)
	if got := h.made[0].Span; got != period.MustSpan("2026-03-02", "2027-03-01") {
		t.Errorf("%s", got)
	}
}

func TestTheWholeCourse(t *testing.T) {
	h := granted(t)
	h.must(t, "2026-05-04", Draft{Kind: Pause, From: day("2026-05-11"), To: day("2026-06-30")})
	resumed := h.must(t, "2026-06-01", Draft{Kind: Resume, From: day("2026-06-08")})
	extended := h.must(t, "2027-02-01", Draft{Kind: Extend, To: day("2027-09-01")})
	stopped := h.must(t, "2027-04-01", Draft{Kind: Stop, From: day("2027-04-12")})
	for _, c := range []struct {
		got, want period.Span
	}{
		{resumed.Span, period.MustSpan("2026-06-08", "2026-06-30")},
		{extended.Span, period.MustSpan("2027-03-02", "2027-09-01")},
		{stopped.Span, period.MustSpan("2027-04-12", "2027-09-01")},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
	folded := Fold(h.made)
	var got []string
	for e := range folded.InForce.All() {
		got = append(got, fmt.Sprintf("%s %s %s", e.Span, e.Value.State, e.Value.Decision))
	}
	want := []string{
		"2026-03-02--2026-05-10 granted 01",
		"2026-05-11--2026-06-07 paused 02",
		"2026-06-08--2026-06-30 granted 03",
		"2026-07-01--2027-03-01 granted 01",
		"2027-03-02--2027-04-11 granted 04",
		"2027-04-12--2027-09-01 stopped 05",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if s := folded.Supersedes["03"]; !slices.Equal(s, []ident.ID{"02"}) {
		t.Errorf("the resumption takes over from %v", s)
	}
	if s := folded.SupersededBy["01"]; !slices.Equal(s, []ident.ID{"02"}) {
		t.Errorf("the grant is taken over by %v", s)
	}
	if s := folded.SupersededBy["04"]; !slices.Equal(s, []ident.ID{"05"}) {
		t.Errorf("the extension is taken over by %v", s)
	}
	// As it was known before the stop.
	asKnown := InForce(KnownAt(h.made, day("2027-03-31").Time()))
	if s, _ := asKnown.At(day("2027-06-01")); s.State != Granted {
		t.Errorf("known in March: %+v", s)
	}
}

// What is refused, and beside which field.
func TestRefusedDecisions(t *testing.T) {
	for _, c := range []struct {
		name   string
		before func(*history)
		today  string
		draft  Draft
		want   string
	}{
		{"a second grant on the same days", nil, "2026-04-01", Draft{Kind: Grant, From: day("2026-05-01")}, "from: decision.already_granted"},
		{"a grant that reaches into the one before", nil, "2026-02-25", Draft{Kind: Grant, From: day("2026-02-26")}, "from: decision.already_granted"},
		{"a grant back in time", nil, "2027-06-01", Draft{Kind: Grant, From: day("2027-05-31")}, "from: decision.back_in_time"},
		{"a refusal of who has a place", nil, "2026-04-01", Draft{Kind: Refuse}, "kind: decision.refuse_granted"},
		{"an extension by more than a year", nil, "2027-02-01", Draft{Kind: Extend, To: day("2028-03-02")}, "to: decision.extends_too_far"},
		{"an extension to the day it ends anyway", nil, "2027-02-01", Draft{Kind: Extend, To: day("2027-03-01")}, "to: decision.extends_nothing"},
		{"an extension when the year has run out", nil, "2027-03-02", Draft{Kind: Extend, To: day("2027-09-01")}, "kind: decision.run_out"},
		{"a second extension beyond the year", func(h *history) {
			_ = h.try("2027-02-01", Draft{Kind: Extend, To: day("2027-12-31")})
		}, "2027-11-01", Draft{Kind: Extend, To: day("2028-03-02")}, "to: decision.extends_too_far"},
		{"an extension of what has been stopped", func(h *history) {
			_ = h.try("2026-04-01", Draft{Kind: Stop, From: day("2026-06-01")})
		}, "2026-05-01", Draft{Kind: Extend, To: day("2027-06-01")}, "kind: decision.stopped"},
		{"a pause beyond the year", nil, "2026-04-01", Draft{Kind: Pause, From: day("2027-02-01"), To: day("2027-03-02")}, "to: decision.pause_too_far"},
		{"a pause before the year", nil, "2026-02-25", Draft{Kind: Pause, From: day("2026-03-01"), To: day("2026-03-09")}, "from: decision.day_not_granted"},
		{"a pause that ends before it begins", nil, "2026-04-01", Draft{Kind: Pause, From: day("2026-05-02"), To: day("2026-05-01")}, "to: decision.ends_before"},
		{"a pause back in time", nil, "2026-04-01", Draft{Kind: Pause, From: day("2026-03-31"), To: day("2026-05-01")}, "from: decision.back_in_time"},
		{"a pause in a pause", func(h *history) {
			_ = h.try("2026-04-01", Draft{Kind: Pause, From: day("2026-05-01"), To: day("2026-05-31")})
		}, "2026-04-02", Draft{Kind: Pause, From: day("2026-05-10"), To: day("2026-06-10")}, "from: decision.day_not_granted"},
		{"a pause that runs into a pause", func(h *history) {
			_ = h.try("2026-04-01", Draft{Kind: Pause, From: day("2026-05-10"), To: day("2026-05-31")})
		}, "2026-04-02", Draft{Kind: Pause, From: day("2026-05-01"), To: day("2026-05-10")}, "to: decision.pause_too_far"},
		{"a resumption without a pause", nil, "2026-04-01", Draft{Kind: Resume, From: day("2026-04-02")}, "from: decision.day_not_paused"},
		{"a stop after the year", nil, "2026-04-01", Draft{Kind: Stop, From: day("2027-03-02")}, "from: decision.day_not_granted"},
		{"a stop back in time", nil, "2026-04-01", Draft{Kind: Stop, From: day("2026-03-31")}, "from: decision.back_in_time"},
		{"another kind", nil, "2026-04-01", Draft{Kind: "change"}, "kind: decision.kind_unknown"},
		{"a reason of nineteen characters and many bytes", nil, "2026-04-01", Draft{Kind: Stop, From: day("2026-04-01"), Reason: "  ÅÄÖÅÄÖÅÄÖÅÄÖÅÄÖÅÄÖÅ  "}, "reason: decision.reason_short"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := granted(t)
			if c.before != nil {
				c.before(h)
				if len(h.made) != 2 {
					t.Fatal("the decision before it was refused")
				}
			}
			err := h.try(c.today, c.draft)
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Invalid || len(f.Fields) != 1 || f.Fields[0].Name+": "+f.Fields[0].Text.Key != c.want {
				t.Errorf("%v, want %s", err, c.want)
			}
		})
	}
}

func TestOtherDecisionsThatStand(t *testing.T) {
	// Exactly the year more that the rule set gives, in two extensions.
	h := granted(t)
	h.must(t, "2027-02-01", Draft{Kind: Extend, To: day("2027-12-31")})
	h.must(t, "2027-12-01", Draft{Kind: Extend, To: day("2028-03-01")})
	// A new place when the old one has ended, and after a stop.
	h.must(t, "2028-02-01", Draft{Kind: Grant, From: day("2028-03-02")})
	h.must(t, "2028-04-01", Draft{Kind: Stop, From: day("2028-05-01")})
	h.must(t, "2028-06-01", Draft{Kind: Grant, From: day("2028-06-05")})
	// A pause can be stopped.
	h.must(t, "2028-07-01", Draft{Kind: Pause, From: day("2028-07-03"), To: day("2028-08-31")})
	h.must(t, "2028-07-10", Draft{Kind: Stop, From: day("2028-08-01")})
	h.must(t, "2028-09-01", Draft{Kind: Refuse})

	if err := (&history{}).try("2026-04-01", Draft{Kind: Refuse}); err != nil {
		t.Errorf("a refusal at the start: %v", err)
	}
	// On the very last day it is not too late.
	granted(t).must(t, "2027-03-01", Draft{Kind: Extend, To: day("2027-03-02")})

	err := (&history{}).try("2026-04-01", Draft{Kind: Extend, To: day("2026-12-31")})
	var f *fault.Error
	if !errors.As(err, &f) || f.Fields[0].Text.Key != "decision.nothing_to_extend" {
		t.Errorf("an extension of nothing: %v", err)
	}
}

func TestWhoAssessedDoesNotDecide(t *testing.T) {
	maker := Maker{Account: "assessor", Today: day("2026-02-20"), Assessors: []ident.ID{"other", "assessor"}}
	_, err := Make("01", Draft{Kind: Grant, From: day("2026-03-02"), Reason: enough}, maker, nil, rules)
	if fault.CodeOf(err) != fault.NotAllowed {
		t.Errorf("%v", err)
	}
}

func TestTheReasonStaysOutOfLogs(t *testing.T) {
	d := Decision{ID: "01", Kind: Stop, Span: period.MustSpan("2026-03-02", "2026-03-03"), Reason: "SECRET"}
	for _, shown := range []string{fmt.Sprint(d), fmt.Sprintf("%+v", d), fmt.Sprintf("%#v", d), d.LogValue().String()} {
		if shown != "stop 01 2026-03-02--2026-03-03" {
			t.Errorf("%s", shown)
		}
	}
}

// On every day the latest decision that speaks of it holds, and the order in which
// the decisions are read does not matter.
func TestFoldReadsAsDayByDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var decisions []Decision
		for i := range rapid.IntRange(0, 8).Draw(t, "decisions") {
			from := period.Day(rapid.IntRange(0, 60).Draw(t, "from"))
			decisions = append(decisions, Decision{
				ID:   ident.ID(fmt.Sprintf("%02d", i)),
				Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"),
				Span: period.Span{From: from, To: from.AddDays(rapid.IntRange(0, 30).Draw(t, "length"))},
				At:   time.Unix(int64(rapid.IntRange(0, 4).Draw(t, "at")), 0),
			})
		}
		folded := Fold(rapid.Permutation(decisions).Draw(t, "order"))
		ordered := inOrder(decisions)
		for d := period.Day(-1); d < 95; d++ {
			var want Status
			for _, made := range ordered {
				if state, speaks := stateAfter(made.Kind); speaks && made.Span.Contains(d) {
					want = Status{State: state, Decision: made.ID}
				}
			}
			if got, _ := folded.InForce.At(d); got != want {
				t.Fatalf("on %d: %+v, want %+v", d, got, want)
			}
		}
		for newer, olders := range folded.Supersedes {
			for _, older := range olders {
				if !slices.Contains(folded.SupersededBy[older], newer) {
					t.Fatalf("%s takes over from %s, which does not know it", newer, older)
				}
			}
		}
		for older, newers := range folded.SupersededBy {
			for _, newer := range newers {
				if !slices.Contains(folded.Supersedes[newer], older) {
					t.Fatalf("%s is taken over by %s, which does not know it", older, newer)
				}
			}
		}
	})
}

// Whatever is asked for in whatever order, what stands keeps the rules: no grant and
// its extensions cover more than two years, and no decision holds before it was made.
func TestWhatStandsKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := &history{}
		today := day("2026-01-01")
		for range rapid.IntRange(1, 25).Draw(t, "tries") {
			today = today.AddDays(rapid.IntRange(0, 120).Draw(t, "days on"))
			from := today.AddDays(rapid.IntRange(-5, 60).Draw(t, "from"))
			_ = h.try(today.String(), Draft{
				Kind: rapid.SampledFrom(Kinds()).Draw(t, "kind"),
				From: from,
				To:   from.AddDays(rapid.IntRange(-5, 500).Draw(t, "to")),
			})
		}
		var start period.Day
		for i, d := range h.made {
			if d.Kind == Refuse {
				continue
			}
			if !d.Span.IsValid() || d.Span.From.Time().Before(d.At) {
				t.Fatalf("%s was made at %s", d, d.At)
			}
			before := InForce(h.made[:i])
			switch d.Kind {
			case Grant:
				start = d.Span.From
			case Extend:
				if d.Span.To > start.AddYears(2)-1 {
					t.Fatalf("%s extends a grant from %s", d, start)
				}
			default:
				for on := range d.Span.Days() {
					if s, _ := before.At(on); d.Kind != Stop && !s.Covers() {
						t.Fatalf("%s speaks of %s, on which there is no place", d, on)
					}
				}
			}
		}
	})
}

func TestLastAppealDay(t *testing.T) {
	for _, c := range []struct{ received, want string }{
		{"2026-03-02", "2026-03-23"}, // a Monday
		{"2026-03-14", "2026-04-07"}, // Saturday before Easter, and Easter Monday
		{"2026-05-29", "2026-06-22"}, // Midsummer Eve
		{"2026-12-03", "2026-12-28"}, // Christmas Eve
		{"2026-12-10", "2027-01-04"}, // New Year's Eve, a Thursday
		{"2026-05-15", "2026-06-05"}, // the day before the national day
	} {
		if got := LastAppealDay(day(c.received), 3); got != day(c.want) {
			t.Errorf("received %s: %s, want %s", c.received, got, c.want)
		}
	}
}
