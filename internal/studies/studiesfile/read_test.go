package studiesfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/studies"
)

func TestReadsEverything(t *testing.T) {
	facts, on, err := Read([]byte("\ufeff" + `{"on": "2026-03-02", "birth": "2006-05-06", "level": "upper_secondary",
  "student_aid": true, "most_suitable": false, "parents_duty": true, "unaccompanied": false, "agency_pays": true,
  "agency_agrees": false, "rehabilitation": true, "other_means": false, "few_credits_left": true, "at_disposal": false,
  "partner_needs_support": true, "term_ends": "2026-06-05", "same_for_all": false}`))
	yes, no, birth, ends := true, false, period.MustDay("2006-05-06"), period.MustDay("2026-06-05")
	want := studies.Facts{Birth: &birth, Level: studies.UpperSecondary, StudentAid: &yes, MostSuitable: &no, ParentsDuty: &yes,
		Unaccompanied: &no, AgencyPays: &yes, AgencyAgrees: &no, Rehabilitation: &yes, OtherMeans: &no, FewCreditsLeft: &yes,
		AtDisposal: &no, PartnerNeedsSupport: &yes, TermEnds: &ends, SameForAll: &no}
	if err != nil || on != period.MustDay("2026-03-02") || !reflect.DeepEqual(facts, want) {
		t.Errorf("%+v on %s, %v", facts, on, err)
	}
}

// What is left out, null or an empty level is unknown. The form is that of the facts as JSON: one that
// has a field more than Questions would not be read.
func TestWhatIsLeftOutIsUnknown(t *testing.T) {
	file := `{"on":"2026-03-02"`
	for _, ask := range studies.Questions() {
		file += fmt.Sprintf(",%q:null", ask)
	}
	for _, file := range []string{`{"on":"2026-03-02"}`, `{"on":"2026-03-02","level":""}`, file + "}"} {
		facts, _, err := Read([]byte(file))
		if err != nil || facts != (studies.Facts{}) {
			t.Errorf("%+v, %v", facts, err)
		}
	}
	if fields := reflect.TypeFor[studies.Facts]().NumField(); fields != len(studies.Questions()) {
		t.Errorf("%d fields, %d questions", fields, len(studies.Questions()))
	}
}

// Every fault is told, with where and on which line.
func TestRefused(t *testing.T) {
	const good = `"on":"2026-03-02"`
	for name, c := range map[string]struct{ file, want string }{
		"nothing":             {" \n", "calc.facts.empty"},
		"not JSON":            {"on;birth", "calc.facts.not_json"},
		"Latin-1":             {"{\"on\":\"\xe5\"}", "calc.facts.not_utf8"},
		"too large":           {strings.Repeat(" ", LargestFile+1), "calc.facts.too_large"},
		"a list":              {"[]", " 1 calc.facts.not_an_object"},
		"no day":              {"\n{}", "on 2 calc.facts.missing"},
		"a day of null":       {"{\"on\":null}", "on 1 calc.facts.not_a_text"},
		"a month":             {"{\n\"on\":\"2026-13\"}", "on 2 calc.facts.not_a_day"},
		"a day by number":     {`{"on":20260302}`, "on 1 calc.facts.not_a_text"},
		"an unknown field":    {"{" + good + ",\n\"name\":\"A\"}", "name 2 calc.facts.unknown_field"},
		"a field twice":       {"{" + good + ",\n\"level\":\"sfi\",\n\"level\":\"sfi\"}", "level 3 calc.facts.field_twice"},
		"yes in words":        {"{" + good + ",\n\"student_aid\":\"yes\"}", "student_aid 2 calc.facts.not_yes_or_no"},
		"an unknown level":    {"{" + good + ",\n\"level\":\"phd\"}", "level 2 studies.refused.level"},
		"a level of no text":  {"{" + good + ",\n\"level\":3}", "level 2 calc.facts.not_a_text"},
		"an age":              {"{" + good + ",\n\"birth\":19}", "birth 2 calc.facts.not_a_text"},
		"a birth of month 15": {"{" + good + ",\n\"birth\":\"2006-15-01\"}", "birth 2 calc.facts.not_a_day"},
		"a birth to come":     {"{" + good + ",\n\"birth\":\"2026-03-03\"}", "birth 2 studies.refused.birth"},
		"a birth long ago":    {"{" + good + ",\n\"birth\":\"1906-03-01\"}", "birth 2 studies.refused.birth"},
		"a term of years":     {"{" + good + ",\n\n\"term_ends\":\"2027-03-03\"}", "term_ends 3 studies.refused.term_ends"},
		"form and rule together": {"{\"level\":\"phd\",\"student_aid\":1,\n" + good + ",\"birth\":\"2030-01-01\",\"term_ends\":\"x\"}",
			"student_aid 1 calc.facts.not_yes_or_no, term_ends 2 calc.facts.not_a_day, level 1 studies.refused.level, birth 2 studies.refused.birth"},
		"nothing to hold them against": {`{"on":"x","birth":"2030-01-01"}`, "on 1 calc.facts.not_a_day"},
	} {
		_, _, err := Read([]byte(c.file))
		var wrong *fault.Error
		if !errors.As(err, &wrong) || wrong.Code != fault.Invalid {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var told []string
		for _, f := range wrong.Fields {
			told = append(told, fmt.Sprintf("%s %v %s", f.Name, f.Text.Args["Line"], f.Text.Key))
		}
		if len(wrong.Fields) == 0 {
			told = append(told, wrong.Text.Key)
		}
		if got := strings.Join(told, ", "); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// The outermost days that can be right.
func TestTaken(t *testing.T) {
	for _, said := range []string{`"birth":"2026-03-02"`, `"birth":"1906-03-02"`, `"term_ends":"2027-03-02"`, `"term_ends":"2020-01-01"`} {
		if _, _, err := Read([]byte(`{"on":"2026-03-02",` + said + "}")); err != nil {
			t.Errorf("%s: %v", said, err)
		}
	}
}

// What is found wrong when the facts are checked gets its line from the file.
func TestRefusedLater(t *testing.T) {
	var found fault.Fields
	found.Add("on", "law.missing.at_disposal")
	var wrong *fault.Error
	if err := Refused([]byte("{\n\n\"on\":\"2031-01-01\"}"), found); !errors.As(err, &wrong) || len(wrong.Fields) != 1 || wrong.Fields[0].Text.Args["Line"] != 3 {
		t.Errorf("%v", err)
	}
	if err := Refused([]byte("{"), found); err == nil {
		t.Error("half a file has lines")
	}
}

// What is read can be right, and is read again from the facts as JSON.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"on":"2026-03-02","birth":"2006-05-06","level":"sfi","student_aid":true}`))
	f.Add([]byte(`{"on":"2026-03-02","level":null,"term_ends":"2026-06-05","same_for_all":false}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		facts, on, err := Read(file)
		if err != nil {
			return
		}
		if wrong := facts.Wrong(on); len(wrong) > 0 {
			t.Errorf("taken though it cannot be right: %+v", wrong)
		}
		type form struct {
			On period.Day `json:"on"`
			studies.Facts
		}
		text, err := json.Marshal(form{on, facts})
		again, day, e := Read(text)
		if err != nil || e != nil || day != on || !reflect.DeepEqual(again, facts) {
			t.Errorf("%s: %+v on %s, %v %v", text, again, day, err, e)
		}
	})
}
