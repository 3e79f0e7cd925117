package cli

import (
	"strings"
	"testing"
)

// calmGate is a referral that nothing speaks against, with the day left open.
const calmGate = `,"assistance_from":"2023-01-01","need_investigated":true,"plan":"agreed","ends_on":"2026-12-31","wishes_considered":true,
"kind":"work_oriented","guarantee":"none","upper_secondary_pupil":false,"adult_student":false`

func TestCalcGate(t *testing.T) {
	for _, c := range []struct{ on, more, outcome, act, last string }{
		{"2025-06-30", "", "allowed", "SoL (2001:453) 4 kap. 4 §", "not_in_force"},
		{"2025-07-01", "", "allowed", "SoL (2025:400) 12 kap. 4 §", "not_in_force"},
		{"2026-07-01", "", "allowed", "SoL (2025:400) 12 kap. 4 §", "counts"},
		{"2026-07-01", `,"serious_addiction":true,"help_offered":true`, "allowed_after_confirming", "SoL (2025:400) 12 kap. 4 §", "help_first"},
	} {
		said := sums(t, "gate", factsIn(t, `{"on":"`+c.on+`"`+calmGate+c.more+`}`))
		lines := said["lines"].([]any)
		first, last := lines[0].(map[string]any), lines[len(lines)-1].(map[string]any)
		if said["outcome"] != c.outcome || first["act"] != c.act || last["reason"] != c.last || said["no_sanction"] != (c.more != "") {
			t.Errorf("%s%s: %v", c.on, c.more, said)
		}
	}
	blocked := sums(t, "gate", factsIn(t, `{"on":"2026-07-01"}`)) // nothing is known
	if blocked["outcome"] != "blocked" || len(blocked["to_confirm"].([]any)) != 5 {
		t.Errorf("%v", blocked)
	}
}

func TestCalcGateInWords(t *testing.T) {
	file := factsIn(t, `{"on":"2026-07-01"`+calmGate+`,"serious_addiction":true,"help_offered":true}`)
	for language, sentences := range map[string][]string{
		"sv": {"Hjälp före krav: Går bra när du har bekräftat", "Ett nej till insatsen får inte minska biståndet", "12 kap. 5 §"},
		"en": {"Help before demands", "A no to the place may not reduce the assistance", "12 kap. 5 §"},
	} {
		code, out, err := run(t, "calc", "gate", file, "--language", language)
		if code != Fine || err != "" || strings.Contains(out, "⟦") {
			t.Errorf("exit code %d, %s %s", code, out, err)
		}
		for _, want := range sentences {
			if !strings.Contains(out, want) {
				t.Errorf("%s does not say %q:\n%s", language, want, out)
			}
		}
	}
}

func TestCalcGateRefuses(t *testing.T) {
	for name, c := range map[string]struct{ file, says string }{
		"no file":               {"nowhere.json", "nowhere.json"},
		"no day":                {factsIn(t, `{}`), "on"},
		"a plan of no state":    {factsIn(t, `{"on":"2026-07-01","plan":"signed"}`), "not_agreed"},
		"days below nothing":    {factsIn(t, `{"on":"2026-07-01","guarantee_days":-1}`), "guarantee_days"},
		"a law nobody checked":  {factsIn(t, `{"on":"2027-01-01"}`), "guarantee_days"},
		"a day before the book": {factsIn(t, `{"on":"1999-01-01"}`), "guarantee_days"},
	} {
		code, out, err := run(t, "calc", "gate", c.file)
		if code != Refused || out != "" || !strings.Contains(err, c.says) || strings.Contains(err, "⟦") {
			t.Errorf("%s: exit code %d, out %q, err %q", name, code, out, err)
		}
	}
}
