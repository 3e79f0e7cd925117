package letter_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/appeal"
	"fotfaste/internal/compensation"
	"fotfaste/internal/decision"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/web/locale"
)

var update = flag.Bool("update", false, "write the letters in testdata anew")

// decided is a decision of the kind, with what its letter says.
func decided(kind decision.Kind) letter.Decided {
	on := period.MustDay("2026-08-03")
	weeks, _ := law.Sweden().AppealWeeks(on)
	act, _ := law.Sweden().Act(law.Appeal, on)
	takePart, _ := law.Sweden().Act(law.TakePart, on)
	d := letter.Decided{
		Frame: letter.Frame{Municipality: "Exempelstad", Unit: "Arbetsmarknadsenheten", To: []string{"Żółć Nguyễn Ångström", "Centrum"}, Number: "2026-0412", Day: on},
		Made:  decision.Decision{Kind: kind, Span: period.MustSpan("2026-08-10", "2027-08-09"), Reason: "Behovet är kartlagt.\n\nProgrammet svarar mot det."},
		By:    "Bo Beslutsfattare", Contact: "Cia Resursperson", FullTime: 40, Rules: []law.Act{takePart.Value}, Programme: law.SourceTime,
		Ends: period.MustDay("2027-08-09"), Appeal: letter.Appeal{Weeks: weeks, Act: act, Day: on},
	}
	switch kind {
	case decision.Grant:
		d.Amounts = &letter.Amounts{Base: 2812, Child: 319, Children: 2, Day: d.Made.Span.From}
	case decision.Refuse:
		d.Programme = law.SourceTargetGroup
		d.Made.Span, d.Contact = period.Span{}, ""
		d.Advice = []fault.Text{fault.T("eligibility.advice.health_care"), fault.T("eligibility.advice.budget_and_debt")}
	}
	return d
}

// plain is the letter as text, to be read in testdata.
func plain(l letter.Letter) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line("%s, %s [%s]", l.Municipality, l.Unit, l.Language)
	for _, f := range l.Facts {
		line("%s: %s", f.Label, f.Value)
	}
	line("%s\n\n# %s", strings.Join(l.To, "\n"), l.Title)
	for _, block := range l.Blocks {
		switch block.Kind {
		case letter.Heading:
			line("\n## %s", block.Text)
		case letter.List:
			for _, item := range block.Items {
				line("- %s", item)
			}
		case letter.Table:
			line("%s\n| %s", block.Text, strings.Join(block.Columns, " | "))
			for _, row := range block.Rows {
				line("| %s", strings.Join(row, " | "))
			}
		case letter.Written:
			line("> %s", strings.ReplaceAll(block.Text, "\n", "\n> "))
		case letter.Signature:
			line("%s", strings.Join(block.Items, "\n"))
		default:
			line("%s", block.Text)
		}
	}
	return b.String()
}

// The letter of every kind of decision, in every language, word for word.
func TestDecisionLetters(t *testing.T) {
	for _, kind := range decision.Kinds() {
		for _, language := range letter.Languages {
			got := plain(letter.OfDecision(locale.For(language), decided(kind)))
			compare(t, filepath.Join("testdata", string(kind)+"."+language+".txt"), got)
		}
	}
}

// The letters of a judgement, of every outcome.
func TestJudgementLetters(t *testing.T) {
	last := period.MustDay("2026-08-24")
	for _, language := range letter.Languages {
		var all []string
		j := letter.Judged{Frame: decided(decision.Grant).Frame, Decision: period.MustDay("2026-08-03"), Last: &last, By: "Bo Beslutsfattare",
			Appeal: appeal.Appeal{Kind: appeal.ToCourt, ReceivedOn: period.MustDay("2026-09-01"), JudgedReason: "Intyget visar inget nytt om behovet."},
			HowTo:  decided(decision.Grant).Appeal}
		all = append(all, plain(letter.OfRejection(locale.For(language), j)))
		for _, kind := range appeal.Kinds() {
			for _, outcome := range appeal.Outcomes() {
				j.Appeal.Kind, j.Appeal.Outcome = kind, outcome
				all = append(all, plain(letter.OfAnswer(locale.For(language), j)))
			}
		}
		compare(t, filepath.Join("testdata", "judgements."+language+".txt"), strings.Join(all, "\n----\n"))
	}
}

// The statement of what was paid too much, and each decision on it.
func TestRecoveryLetters(t *testing.T) {
	week := period.MustWeek("2026-W32")
	frame := decided(decision.Grant).Frame
	for _, language := range letter.Languages {
		words := locale.For(language)
		all := []string{plain(letter.OfOverpayment(words, letter.PaidTooMuch{Frame: frame, Amount: 563, AnswerBy: period.MustDay("2026-08-31"), By: "Cia Resursperson",
			Weeks: []letter.PaidWeek{{Week: week, Paid: 2812, Worth: 2249, Stands: 563, Why: []recovery.Reason{{Kind: recovery.DayDiffers,
				Days: period.Span{From: week.Monday(), To: week.Monday()}, WasDay: compensation.DayAttended, IsDay: compensation.DayAbsentUnapproved}}}}}))}
		for i, made := range []recovery.Decision{
			{Number: 1, Amount: 563, Claim: 563, Plan: recovery.Plan{Due: period.MustDay("2026-10-01")}},
			{Number: 1, Amount: 563, Claim: 400, Waive: 163, Plan: recovery.Plan{First: period.MustMonth("2026-09"), Monthly: 150}},
			{Number: 2, Amount: 400, Waive: 400},
		} {
			account := "" // of a municipality that has not entered its own
			if i == 0 {
				account = "SE45 5000 0000 0583 9825 7466"
			}
			var answers []appeal.Appeal
			if made.Number > 1 {
				answers = []appeal.Appeal{{Kind: appeal.ToCourt, ReceivedOn: period.MustDay("2026-08-20")}}
			}
			made.Recovery = "0198a000-0000-7000-8000-00001a2b3c4d"
			made.Reason = "Felet upptäcktes samma månad."
			text := plain(letter.OfRecovery(words, letter.RecoveryDecided{Frame: frame, Made: made, By: "Bo Beslutsfattare", Contact: "Cia Resursperson",
				Account: account, Answers: answers, Appeal: decided(decision.Grant).Appeal}))
			for _, asked := range []string{made.Reason, "Bo Beslutsfattare", "FL (2017:900) 44 §"} {
				if !strings.Contains(text, asked) {
					t.Errorf("the letter does not say %q", asked)
				}
			}
			all = append(all, text)
		}
		text := strings.Join(all, "\n----\n")
		if strings.Contains(text, locale.Missing) {
			t.Errorf("a text is missing in %s", language)
		}
		compare(t, filepath.Join("testdata", "recovery."+language+".txt"), text)
	}
}

// compare holds the text to the file, or with -update writes it.
func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s says\n%s", golden, got)
	}
	if strings.Contains(got, locale.Missing) {
		t.Errorf("%s lacks a text", golden)
	}
}

// What FL (2017:900) 31-33 §§ ask of every decision is in every letter.
func TestEveryDecisionSaysWhatTheLawAsks(t *testing.T) {
	for _, kind := range decision.Kinds() {
		d := decided(kind)
		text := plain(letter.OfDecision(locale.For("sv"), d))
		for _, asked := range []string{"3 augusti 2026", d.By, "Behovet är kartlagt.", "Förvaltningsrätten", "inom 3 veckor", "FL (2017:900) 44 §", d.Number} {
			if !strings.Contains(text, asked) {
				t.Errorf("the letter of %s does not say %q", kind, asked)
			}
		}
	}
}

func TestAmountsThatAreNotSetAreSaidSo(t *testing.T) {
	d := decided(decision.Grant)
	d.Amounts = nil
	if text := plain(letter.OfDecision(locale.For("sv"), d)); !strings.Contains(text, "Beloppen för 2026 är inte bestämda än") || strings.Contains(text, "Grundbelopp") {
		t.Error(text)
	}
}

// Without children there is one line and nothing to add up.
func TestAmountsWithoutChildren(t *testing.T) {
	d := decided(decision.Grant)
	d.Amounts = &letter.Amounts{Base: 2812, Day: d.Made.Span.From}
	l := letter.OfDecision(locale.For("sv"), d)
	i := slices.IndexFunc(l.Blocks, func(b letter.Block) bool { return b.Kind == letter.Table })
	if table := l.Blocks[i]; len(table.Rows) != 1 || table.Sum {
		t.Errorf("%+v", table)
	}
}

// The reasons stand as they were written, and a translation says in which language.
func TestReasonsKeepTheirLanguage(t *testing.T) {
	for language, lang := range map[string]string{"sv": "", "en": "sv"} {
		l := letter.OfDecision(locale.For(language), decided(decision.Stop))
		i := slices.IndexFunc(l.Blocks, func(b letter.Block) bool { return b.Kind == letter.Written })
		if b := l.Blocks[i]; b.Lang != lang || b.Text != "Behovet är kartlagt.\n\nProgrammet svarar mot det." {
			t.Errorf("%s: %+v", language, b)
		}
	}
}

// A letter tells a log nothing of whom it is to or what it says.
func TestALetterMasksItself(t *testing.T) {
	l := letter.OfDecision(locale.For("sv"), decided(decision.Grant))
	for _, text := range []string{fmt.Sprint(l), fmt.Sprintf("%v %+v %#v", l, l, l), l.LogValue().String()} {
		if strings.Contains(text, "Nguyễn") || strings.Contains(text, "kartlagt") {
			t.Errorf("%s", text)
		}
	}
}
