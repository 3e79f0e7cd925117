package attendance

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

var day = period.MustDay

// anyStatus is a status or nothing said.
var anyStatus = rapid.SampledFrom(append(Statuses(), ""))

func TestWhoseWordHolds(t *testing.T) {
	for _, c := range []struct {
		reported, confirmed, settled Status
		want                         Status
		conflict                     bool
	}{
		{"", "", "", "", false},
		{Attended, "", "", Attended, false},
		{"", Ill, "", Ill, false},
		{Attended, Attended, "", Attended, false},
		{Attended, AbsentUnapproved, "", AbsentUnapproved, true},
		{Attended, AbsentUnapproved, Attended, Attended, false},
		{"", "", AbsentApproved, AbsentApproved, false},
	} {
		r := DayRecord{Reported: c.reported, Confirmed: c.confirmed, Settled: c.settled}
		got, said := r.Effective()
		if got != c.want || said != (c.want != "") || r.InConflict() != c.conflict {
			t.Errorf("%+v: %q, conflict %t", r, got, r.InConflict())
		}
	}
}

func TestADayAtSeveralPlacements(t *testing.T) {
	reported := func(s Status) DayRecord { return DayRecord{Reported: s} }
	confirmed := func(s Status) DayRecord { return DayRecord{Reported: s, Confirmed: s} }
	missed := DayRecord{Reported: Attended, Confirmed: AbsentUnapproved}
	for name, c := range map[string]struct {
		at   []DayRecord
		want Status
	}{
		"no placement":                               {nil, ""},
		"nobody has said anything":                   {[]DayRecord{reported("")}, ""},
		"what is no status says nothing":             {[]DayRecord{reported("something else")}, ""},
		"came to both":                               {[]DayRecord{confirmed(Attended), confirmed(Attended)}, Attended},
		"ill at one, nothing planned at the other":   {[]DayRecord{confirmed(NonePlanned), confirmed(Ill)}, Ill},
		"one has nothing planned":                    {[]DayRecord{reported(""), reported(NonePlanned)}, NonePlanned},
		"missed one, by own word alone":              {[]DayRecord{reported(AbsentUnapproved), reported(Attended)}, Attended},
		"missed the only one, by own word":           {[]DayRecord{reported(AbsentUnapproved)}, AbsentUnapproved},
		"missed one, the other had nothing planned":  {[]DayRecord{reported(AbsentUnapproved), reported(NonePlanned)}, AbsentUnapproved},
		"missed one, confirmed":                      {[]DayRecord{confirmed(Attended), confirmed(AbsentUnapproved)}, AbsentUnapproved},
		"missed one, confirmed against own word":     {[]DayRecord{missed, confirmed(Attended)}, AbsentUnapproved},
		"missed one, settled":                        {[]DayRecord{confirmed(Attended), {Settled: AbsentUnapproved}}, AbsentUnapproved},
		"said to have missed one, settled otherwise": {[]DayRecord{confirmed(Attended), {Confirmed: AbsentUnapproved, Settled: AbsentApproved}}, Attended},
	} {
		if got, said := OfDay(c.at...); got != c.want || said != (c.want != "") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestHoursAttended(t *testing.T) {
	days := func(statuses ...Status) []DayRecord {
		var records []DayRecord
		for _, s := range statuses {
			records = append(records, DayRecord{Reported: s})
		}
		return records
	}
	for _, c := range []struct {
		hours   int
		records []DayRecord
		want    int
	}{
		{20, nil, 0},
		{20, days(Attended, Attended, Attended, Attended, Attended), 20},
		{20, days(Attended, Attended, Ill, Attended, AbsentUnapproved), 12},
		{12, days(Attended, NonePlanned, Attended, NonePlanned, Attended), 12},
		{20, days(PublicHoliday, Attended, Attended, Attended, Attended), 16},
		{10, days(NonePlanned), 0},
		{10, days(Attended, Ill, Ill), 3},
	} {
		if got := HoursAttended(c.hours, c.records); got != c.want {
			t.Errorf("%d hours, %v: %d, want %d", c.hours, c.records, got, c.want)
		}
	}
}

func TestStatusesAsJSON(t *testing.T) {
	text, err := json.Marshal(Statuses())
	if err != nil {
		t.Fatal(err)
	}
	if want := `["attended","ill","care_of_child","absent_approved","absent_unapproved","none_planned","public_holiday"]`; string(text) != want {
		t.Errorf("%s", text)
	}
	for _, s := range Statuses() {
		if !s.IsValid() {
			t.Errorf("%s has no weight", s)
		}
	}
	if len(Statuses()) != len(inWeight) || Status("").IsValid() {
		t.Error("the lists of statuses differ")
	}
}

func TestCheckBesideTheField(t *testing.T) {
	placement, today := period.MustSpan("2026-01-05", "2026-06-30"), day("2026-04-08")
	for _, c := range []struct {
		status Status
		on     string
		want   []string
	}{
		{Attended, "2026-04-08", nil},
		{Attended, "2026-04-09", []string{"attendance.still_to_come"}},
		{AbsentApproved, "2026-04-09", nil},
		{PublicHoliday, "2026-04-06", nil},
		{PublicHoliday, "2026-04-07", []string{"attendance.no_public_holiday"}},
		{Attended, "2026-04-05", []string{"attendance.not_a_programme_day"}},
		{Attended, "2026-01-02", []string{"attendance.outside_placement"}},
		{"late", "2026-04-08", []string{"attendance.status_unknown"}},
		{"", "2026-07-01", []string{"attendance.status_unknown", "attendance.outside_placement", "attendance.still_to_come"}},
	} {
		err := Check("monday", c.status, day(c.on), placement, today)
		var got []string
		var f *fault.Error
		if errors.As(err, &f) {
			for _, field := range f.Fields {
				if field.Name != "monday" {
					t.Errorf("beside %q", field.Name)
				}
				got = append(got, field.Text.Key)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s on %s: %v, want %v", c.status, c.on, got, c.want)
		}
	}
}

func TestDaysAgreesWithAskingEachDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		monday := day("2026-03-02")
		var records []DayRecord
		for d := range 14 {
			for _, placement := range []ident.ID{"a", "b"} {
				if rapid.Bool().Draw(t, "is there") {
					records = append(records, DayRecord{
						Placement: placement, Day: monday.AddDays(d),
						Reported:  anyStatus.Draw(t, "reported"),
						Confirmed: anyStatus.Draw(t, "confirmed"),
						Settled:   anyStatus.Draw(t, "settled"),
					})
				}
			}
		}
		line, err := Days(rapid.Permutation(records).Draw(t, "order"))
		if err != nil {
			t.Fatal(err)
		}
		for d := range 14 {
			on := monday.AddDays(d)
			var ofDay []DayRecord
			for _, r := range records {
				if r.Day == on {
					ofDay = append(ofDay, r)
				}
			}
			want, said := OfDay(ofDay...)
			if got, has := line.At(on); got != want || has != said {
				t.Fatalf("%s: %q, want %q", on, got, want)
			}
		}
		if len(records) > 0 {
			again := rapid.SampledFrom(records).Draw(t, "again")
			_, err := Days(append(records, again))
			var twice *TwiceError
			if !errors.As(err, &twice) || twice.Day != again.Day || twice.Placement != again.Placement {
				t.Fatalf("%v", err)
			}
		}
	})
}

func TestWeekSummary(t *testing.T) {
	easterWeek := period.MustWeek("2026-W15") // Easter Monday is 6 April
	week := Summary(easterWeek, []DayRecord{
		{Placement: "a", Day: day("2026-04-07"), Reported: Attended, Confirmed: Attended},
		{Placement: "b", Day: day("2026-04-07"), Reported: Attended},
		{Placement: "a", Day: day("2026-04-08"), Reported: Attended, Confirmed: AbsentUnapproved},
		{Placement: "a", Day: day("2026-04-09"), Reported: Ill, Settled: Ill},
		{Placement: "a", Day: day("2026-04-14"), Reported: Attended},
	})
	if d := week.Days[0]; d.Status != PublicHoliday || d.Holiday != period.EasterMonday || d.Confirmed {
		t.Errorf("Monday: %+v", d)
	}
	if d := week.Days[1]; d.Status != Attended || d.Confirmed || d.Conflict {
		t.Errorf("Tuesday: %+v", d)
	}
	if got := week.Conflicts(); !slices.Equal(got, []period.Day{day("2026-04-08")}) {
		t.Errorf("conflicts on %v", got)
	}
	if d := week.Days[3]; d.Status != Ill || !d.Confirmed {
		t.Errorf("Thursday: %+v", d)
	}
	if got := week.Unreported(); !slices.Equal(got, []period.Day{day("2026-04-10")}) {
		t.Errorf("unreported on %v", got)
	}
	if week.Count[Attended] != 1 || week.Count[PublicHoliday] != 1 || week.Count[AbsentUnapproved] != 1 {
		t.Errorf("%v", week.Count)
	}
}
