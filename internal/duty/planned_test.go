package duty_test

import (
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/duty"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

func TestEveryKindOfPlaceIsSomethingToTheRequirement(t *testing.T) {
	want := map[catalogue.Kind]duty.Part{
		catalogue.WorkOriented:         {Kind: duty.AtWorkplace},
		catalogue.Occupation:           {Kind: duty.Motivation},
		catalogue.Education:            {PartTime: true},
		catalogue.Language:             {Kind: duty.Language},
		catalogue.Health:               {Kind: duty.Motivation},
		catalogue.SocialSupport:        {Kind: duty.Motivation},
		catalogue.SubsidisedEmployment: {PartTime: true},
	}
	for _, kind := range catalogue.Kinds() {
		if got := duty.InPlace(kind); got != want[kind] {
			t.Errorf("%s: %+v", kind, got)
		}
	}
	if len(want) != len(catalogue.Kinds()) {
		t.Errorf("%d kinds, the table has %d", len(catalogue.Kinds()), len(want))
	}
	own := map[plan.Track]duty.Kind{plan.Work: duty.OwnJobSearch, plan.EducationLanguage: duty.Language,
		plan.Health: duty.Motivation, plan.SocialEconomy: duty.Motivation}
	for _, track := range plan.Tracks() {
		if got := duty.OnOneSOwn(track); got.Kind != own[track] || got.PartTime {
			t.Errorf("%s: %+v", track, got)
		}
	}
}

func TestWhatRunsHalfTheMonthCountsHalf(t *testing.T) {
	november := period.MustMonth("2026-11").Span()
	activities, partTime := duty.Through(november, []duty.Planned{
		{Part: duty.InPlace(catalogue.WorkOriented), Hours: 20, Days: period.MustSpan("2026-11-16", "2027-03-31")},
		{Part: duty.InPlace(catalogue.Language), Hours: 15, Days: period.MustSpan("2026-01-01", "2026-12-31")},
		{Part: duty.InPlace(catalogue.Education), Hours: 10, Days: november},
		{Part: duty.InPlace(catalogue.Health), Hours: 4, Days: period.MustSpan("2026-09-01", "2026-10-31")},
	})
	if len(activities) != 2 || activities[0].Hours != duty.Whole(10) || activities[1].Hours != duty.Whole(15) {
		t.Errorf("the activities are %+v", activities)
	}
	if partTime != duty.Whole(10) {
		t.Errorf("part time is %s", partTime)
	}
}

func TestBands(t *testing.T) {
	at := func(hours int, kind duty.Kind) duty.Coverage {
		return duty.Cover(duty.Whole(40), []duty.Activity{{Kind: kind, Hours: duty.Whole(hours)}})
	}
	for name, c := range map[string]struct {
		coverage duty.Coverage
		want     duty.Band
	}{
		"all of it":                   {at(40, duty.AtWorkplace), duty.Met},
		"an hour short":               {at(39, duty.Language), duty.MostOfIt},
		"three quarters":              {at(30, duty.Language), duty.MostOfIt},
		"under three quarters":        {at(29, duty.Language), duty.HalfOfIt},
		"half":                        {at(20, duty.Motivation), duty.HalfOfIt},
		"under half":                  {at(19, duty.Motivation), duty.LittleOfIt},
		"seeks work and nothing else": {at(40, duty.OwnJobSearch), duty.LittleOfIt},
		"nothing planned":             {duty.Cover(duty.Whole(40), nil), duty.NoActivity},
		"nothing asked":               {duty.Cover(0, nil), duty.Met},
	} {
		if got := c.coverage.Band(); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// Whatever is planned more, nobody falls to a lower band.
func TestMoreHoursAreNeverWorse(t *testing.T) {
	rank := map[duty.Band]int{}
	for i, band := range duty.Bands() {
		rank[band] = i
	}
	rapid.Check(t, func(t *rapid.T) {
		weekly := duty.Whole(rapid.IntRange(0, 40).Draw(t, "duty"))
		hours := rapid.IntRange(0, 60).Draw(t, "hours")
		less := duty.Cover(weekly, []duty.Activity{{Kind: duty.Language, Hours: duty.Whole(hours)}})
		more := duty.Cover(weekly, []duty.Activity{{Kind: duty.Language, Hours: duty.Whole(hours + 1)}})
		if rank[more.Band()] > rank[less.Band()] {
			t.Fatalf("%d hours are %s and one more %s", hours, less.Band(), more.Band())
		}
	})
}

func TestYoungUntilTheBirthday(t *testing.T) {
	month := period.MustMonth("2026-10")
	for birth, want := range map[string]bool{"2018-10-01": false, "2018-10-02": true, "2026-10-31": true, "2026-11-01": false, "2010-05-05": false} {
		if got := duty.IsYoungAt(period.MustDay(birth), month, 8); got != want {
			t.Errorf("born %s: %v", birth, got)
		}
	}
}
