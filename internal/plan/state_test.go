package plan

import (
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

func TestTheLifeOfAVersion(t *testing.T) {
	for _, c := range []struct {
		from    State
		command Command
		by      Mover
		to      State
		code    fault.Code
	}{
		{Draft, Propose, CaseManager, Proposed, ""},
		{Draft, Propose, Participant, Draft, fault.NotAllowed},
		{Proposed, TakeBack, CaseManager, Draft, ""},
		{Proposed, Agree, Participant, Agreed, ""},
		{Proposed, Agree, CaseManager, Agreed, ""},
		{Proposed, Decline, Participant, NotAgreed, ""},
		{Draft, Agree, Participant, Draft, fault.Conflict},
		{Agreed, Decline, Participant, Agreed, fault.Conflict},
		{Agreed, TakeBack, CaseManager, Agreed, fault.Conflict},
		{Agreed, Supersede, Succession, Superseded, ""},
		{NotAgreed, Supersede, Succession, Superseded, ""},
		{Agreed, Supersede, CaseManager, Agreed, fault.NotAllowed},
		{Superseded, Propose, CaseManager, Superseded, fault.Conflict},
		{Draft, "publish", CaseManager, Draft, fault.Invalid},
	} {
		to, err := c.from.Move(c.command, c.by)
		if to != c.to || fault.CodeOf(err) != c.code {
			t.Errorf("%s %s by %s: %s %v; want %s %s", c.from, c.command, c.by, to, err, c.to, c.code)
		}
	}
}

// What Open offers is what Move accepts, for every state, command and mover.
func TestOpenCommandsAreTheOnesThatWork(t *testing.T) {
	for _, s := range States() {
		for _, by := range []Mover{CaseManager, Participant, Succession} {
			open := s.Open(by)
			for _, c := range Commands() {
				_, err := s.Move(c, by)
				if (err == nil) != slices.Contains(open, c) {
					t.Errorf("%s %s by %s: error %v, open %v", s, c, by, err, open)
				}
			}
		}
	}
}

func TestANoNeedsItsReason(t *testing.T) {
	words := strings.Repeat("ö", MinReason)
	for _, c := range []struct {
		name   string
		answer Answer
		key    string
	}{
		{"own yes", Answer{Agreed: true, RecordedBy: Participant}, ""},
		{"own no without a word", Answer{RecordedBy: Participant}, "plan.reason_too_short"},
		{"a reason of spaces", Answer{Note: "            ", RecordedBy: Participant}, "plan.reason_too_short"},
		{"own no with a reason", Answer{Note: words, RecordedBy: Participant}, ""},
		{"yes recorded for the participant, without how", Answer{Agreed: true, RecordedBy: CaseManager}, "plan.how_agreed_missing"},
		{"yes recorded for the participant", Answer{Agreed: true, Note: words, RecordedBy: CaseManager}, ""},
		{"an organisation's yes", Answer{Organisation: "o", Agreed: true, RecordedBy: CaseManager}, ""},
		{"an organisation's no without a word", Answer{Organisation: "o", RecordedBy: CaseManager}, "plan.reason_too_short"},
		{"a book", Answer{Note: strings.Repeat("x", MaxReason+1), RecordedBy: Participant}, "plan.text_too_long"},
	} {
		f := c.answer.Check()
		if (c.key == "") != (len(f) == 0) || (c.key != "" && !has(f, "note", c.key)) {
			t.Errorf("%s: got %v, want %q", c.name, f.Err(), c.key)
		}
	}
}

func TestEveryCarrierAnswersForItsPart(t *testing.T) {
	p := whole()
	day := period.MustDay("2026-03-02")
	parts := p.Parts("org-municipality", nil)
	if len(parts) != 1 || parts[0].Organisation != "org-school" || parts[0].Answer != nil || AllAgreed(parts) {
		t.Fatalf("before any answer: %+v", parts)
	}
	answers := []Answer{
		{Organisation: "org-school", Agreed: false, Note: "Kursen är fullsatt i vår", On: day},
		{Organisation: "org-school", Agreed: true, On: day.AddDays(1)},
		{Organisation: "org-stranger", Agreed: false, On: day},
	}
	if parts = p.Parts("org-municipality", answers); !AllAgreed(parts) {
		t.Errorf("the latest answer should hold: %+v", parts)
	}
	if parts = p.Parts("org-school", answers); AllAgreed(parts) || parts[0].Organisation != ident.ID("org-municipality") {
		t.Errorf("the other carrier has not answered: %+v", parts)
	}
}
