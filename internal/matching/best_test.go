package matching

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/assessment"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/plan"
)

var today = period.MustDay("2026-11-16")

// workshop takes everybody on steps 2-4, ten to forty hours, and has forty free.
func workshop(id ident.ID) Opening {
	return Opening{Free: 40, Intervention: catalogue.Intervention{ID: id, Name: "Workshop", Kind: catalogue.WorkOriented,
		StepFrom: 2, StepTo: 4, LeadsTo: 5, HoursFrom: 10, HoursTo: 40, Start: catalogue.Rolling, Open: true}}
}

// anna is on step 3, gets by in Swedish, and could fill twenty hours more.
func anna() Candidate {
	step := 3
	return Candidate{Case: "anna", Hours: 20, Facts: catalogue.Facts{Step: &step, Swedish: catalogue.NoLimits, Locality: "Ryd"}}
}

func TestEveryGroundHasItsPoints(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Candidate, *Opening)
		ground Ground
		points int
	}{
		{"a step up ahead", func(c *Candidate, o *Opening) {}, LadderUp, 120},
		{"the step of its own is the highest", func(c *Candidate, o *Opening) { o.LeadsTo = 3 }, LadderHold, 60},
		{"nothing towards work yet", func(c *Candidate, o *Opening) {}, MissingTrack, 80},
		{"something towards work already", func(c *Candidate, o *Opening) { c.Running = []plan.Track{plan.Work} }, SameTrack, 0},
		{"a course in a language that is spoken", func(c *Candidate, o *Opening) { o.Kind = catalogue.Language }, NoNeed, -200},
		{"a course for one who needs it", func(c *Candidate, o *Opening) { o.Kind, c.Facts.Swedish = catalogue.Language, catalogue.EasySwedish }, MissingTrack, 80},
		{"care that nobody has found a need of", func(c *Candidate, o *Opening) { o.Kind, c.Assessed = catalogue.Health, true }, NoNeed, -200},
		{"care, and nobody has asked", func(c *Candidate, o *Opening) { o.Kind = catalogue.Health }, MissingTrack, 80},
		{"care for what stands in the way", func(c *Candidate, o *Opening) {
			o.Kind, c.Assessed, c.Barriers = catalogue.Health, true, []assessment.Barrier{assessment.MentalHealth}
		}, MissingTrack, 80},
		{"help with debts", func(c *Candidate, o *Opening) {
			o.Kind, c.Assessed, c.Barriers = catalogue.SocialSupport, true, []assessment.Barrier{assessment.Debts}
		}, MissingTrack, 80},
		{"easy Swedish, and support", func(c *Candidate, o *Opening) { c.Facts.Swedish = catalogue.EasySwedish; o.LanguageSupport = true }, LanguageSupport, 80},
		{"an interpreter, and no support", func(c *Candidate, o *Opening) { c.Facts.Swedish = catalogue.LargeLimits }, NoSupport, -40},
		{"a wish in own words", func(c *Candidate, o *Opening) { c.Wish = "Work with wood."; o.Purpose = "Wooden toys" }, Wished, 60},
		{"lives there", func(c *Candidate, o *Opening) { o.Locality = "Ryd" }, Near, 40},
		{"like what works", func(c *Candidate, o *Opening) { o.Evidence = "ips" }, Proven, 60},
		{"like what does not", func(c *Candidate, o *Opening) { o.Evidence = "osa" }, Disproven, -60},
		{"four weeks with nothing", func(c *Candidate, o *Opening) { c.IdleFor = 4 }, Idle, 8},
		{"a year and a day counts as a year", func(c *Candidate, o *Opening) { c.IdleFor = 53 }, Idle, 104},
	} {
		who, where := anna(), workshop("w")
		c.change(&who, &where)
		pair := NewMarket(today, []Opening{where}, Standard()).Pairs(who)[0]
		at := slices.IndexFunc(pair.Points, func(p Point) bool { return p.Ground == c.ground })
		if at < 0 || pair.Points[at].Points != c.points {
			t.Errorf("%s: want %s %d in %+v", c.name, c.ground, c.points, pair.Points)
		}
	}
}

func TestGroundsThatAreNotThere(t *testing.T) {
	who, where := anna(), workshop("w")
	where.Locality, who.Facts.Locality = "", ""
	pair := NewMarket(today, []Opening{where}, Standard()).Pairs(who)[0]
	if len(pair.Points) != 2 || pair.Gain != 200 {
		t.Errorf("nobody lives nowhere, and nobody has waited no weeks: %+v", pair.Points)
	}
	who.Facts.Step = nil
	if pair := NewMarket(today, []Opening{where}, Standard()).Pairs(who)[0]; pair.Gain != 80 || pair.IsPossible() {
		t.Errorf("a step that nobody has judged gives nothing and is asked about: %+v", pair)
	}
}

func TestWhatStandsInTheWay(t *testing.T) {
	cohort := func(o *Opening, days ...string) {
		o.Start = catalogue.Cohort
		for _, d := range days {
			o.StartDays = append(o.StartDays, period.MustDay(d))
		}
	}
	for _, c := range []struct {
		name   string
		change func(*Candidate, *Opening)
		want   Obstacle
		hours  int
	}{
		{"nothing", func(c *Candidate, o *Opening) {}, NoObstacle, 20},
		{"not all its hours are free", func(c *Candidate, o *Opening) { o.Free = 19 }, NoObstacle, 19},
		{"it takes people for ten hours at most", func(c *Candidate, o *Opening) { o.HoursTo = 10 }, NoObstacle, 10},
		{"as few hours as it takes", func(c *Candidate, o *Opening) { o.HoursFrom = 20 }, NoObstacle, 20},
		{"one hour too few for anybody", func(c *Candidate, o *Opening) { o.Free = 9 }, Full, 0},
		{"too few for what it needs of one", func(c *Candidate, o *Opening) { o.HoursFrom, o.Free = 20, 19 }, Full, 0},
		{"it needs more than the participant has", func(c *Candidate, o *Opening) { o.HoursFrom = 21 }, NoHours, 0},
		{"the week is full", func(c *Candidate, o *Opening) { c.Hours = 0 }, NoHours, 0},
		{"already there", func(c *Candidate, o *Opening) { c.Facts.With = []ident.ID{"w"} }, AlreadyIn, 0},
		{"closed", func(c *Candidate, o *Opening) { o.Open = false }, Closed, 0},
		{"a course that begins today", func(c *Candidate, o *Opening) { cohort(o, "2026-11-16") }, NoObstacle, 20},
		{"a course that has begun", func(c *Candidate, o *Opening) { cohort(o, "2026-11-15") }, NoStart, 0},
		{"as much against it as for", func(c *Candidate, o *Opening) { o.Kind = catalogue.Language }, Unsuited, 0},
		{"two already", func(c *Candidate, o *Opening) { c.Parallel = 2 }, NoObstacle, 20},
		{"three already", func(c *Candidate, o *Opening) { c.Parallel = 3 }, TooManyNow, 0},
	} {
		who, where := anna(), workshop("w")
		c.change(&who, &where)
		market := NewMarket(today, []Opening{where}, Standard())
		pair := market.Pairs(who)[0]
		if pair.Obstacle != c.want || pair.Hours != c.hours || pair.IsPossible() != (c.want == NoObstacle) {
			t.Errorf("%s: %q, %d hours", c.name, pair.Obstacle, pair.Hours)
		}
		why, none := market.Why(who)
		if none == pair.IsPossible() || none && (why.Obstacle != c.want || why.Count != 1 || why.Of != 1) {
			t.Errorf("%s: %+v %v", c.name, why, none)
		}
	}
}

func TestTheBestStandInOrder(t *testing.T) {
	near, far, full, unasked, wrong := workshop("near"), workshop("far"), workshop("full"), workshop("unasked"), workshop("wrong")
	near.Locality = "Ryd"
	full.Locality, full.Free, full.LanguageSupport = "Ryd", 0, true
	unasked.Locality, unasked.Criteria.MainCauses = "Ryd", []catalogue.MainCause{catalogue.IllHealth}
	wrong.StepTo = 2
	market := NewMarket(today, []Opening{unasked, wrong, full, far, near}, Standard())
	var got []ident.ID
	for _, p := range market.Best(anna(), 5) {
		got = append(got, p.ID)
	}
	if want := []ident.ID{"near", "far", "full", "unasked"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v: what can begin now first, what is closed by a criterion not at all", got, want)
	}
	if two := market.Best(anna(), 2); len(two) != 2 {
		t.Errorf("%d, want 2", len(two))
	}
}

// A word of the wish counts where it says something: not when it is short, not when it
// stands everywhere.
func TestWordsOfAWish(t *testing.T) {
	var openings []Opening
	for id, purpose := range map[ident.ID]string{"a": "Training at work in a kitchen", "b": "Training at work in a garden",
		"c": "Training at work with cars", "d": "Training at work", "e": "Training in an office"} {
		o := workshop(id)
		o.Purpose = purpose
		openings = append(openings, o)
	}
	for wish, want := range map[string]map[ident.ID]string{
		"Kitchens!":              {"a": "Kitchens – kitchen"},
		"KÎTCHEN or a garden":    {"a": "KÎTCHEN", "b": "garden"},
		"training":               {}, // in five of five
		"a car":                  {}, // too short to say which
		"gardenhouse of my own":  {}, // another word
		"":                       {},
		"garden, garden, garden": {"b": "garden"},
	} {
		found := indexOf(openings).find(wish)
		for _, o := range openings {
			if found.in(o.ID) != want[o.ID] {
				t.Errorf("%q in %s: %q, want %q", wish, o.ID, found.in(o.ID), want[o.ID])
			}
		}
	}
}

// Whatever the catalogue and the participant, what can be proposed has hours on both
// sides and no criterion against it, and more room closes no pair.
func TestWhatIsProposedCanBegin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		who := anna()
		who.Hours = rapid.IntRange(0, 40).Draw(t, "hours")
		who.Parallel = rapid.IntRange(0, 3).Draw(t, "parallel")
		o := workshop("w")
		o.Free = rapid.IntRange(0, 80).Draw(t, "free")
		o.HoursFrom = rapid.IntRange(1, 40).Draw(t, "from")
		o.HoursTo = rapid.IntRange(o.HoursFrom, 40).Draw(t, "to")
		pair := NewMarket(today, []Opening{o}, Standard()).Pairs(who)[0]
		if pair.IsPossible() {
			if h := pair.Hours; h < o.HoursFrom || h > o.HoursTo || h > who.Hours || h > o.Free {
				t.Fatalf("%d hours", h)
			}
		}
		more := o
		more.Free += 10
		if wider := NewMarket(today, []Opening{more}, Standard()).Pairs(who)[0]; pair.IsPossible() && (!wider.IsPossible() || wider.Hours < pair.Hours) {
			t.Fatalf("with more room: %q %d", wider.Obstacle, wider.Hours)
		}
	})
}

// Why somebody has nothing is looked for where they come closest: what closes a place
// that would suit says more than what closes all those that would not.
func TestWhyIsAskedWhereItSuits(t *testing.T) {
	full, wrong, other, unknown := workshop("full"), workshop("wrong"), workshop("other"), workshop("unknown")
	full.Free = 0
	wrong.StepTo, other.StepTo = 2, 2
	unknown.Criteria.MainCauses = []catalogue.MainCause{catalogue.IllHealth}
	for _, c := range []struct {
		name     string
		openings []Opening
		want     WhyNone
	}{
		{"one suits and is full", []Opening{wrong, other, unknown, full}, WhyNone{Among: catalogue.Met, Obstacle: Full, Count: 1, Of: 1}},
		{"of one something is not known", []Opening{wrong, other, unknown}, WhyNone{Among: catalogue.Unknown, Criterion: catalogue.ByMainCause, Count: 1, Of: 1}},
		{"none suits", []Opening{wrong, other}, WhyNone{Among: catalogue.NotMet, Criterion: catalogue.ByStep, Count: 2, Of: 2}},
	} {
		if why, none := NewMarket(today, c.openings, Standard()).Why(anna()); !none || why != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, why, c.want)
		}
	}
}

// How common a word may be, and how much longer: in a fifth of the interventions it still
// says something, and three letters more are an ending.
func TestHowFarAWordReaches(t *testing.T) {
	var openings []Opening
	for _, id := range []ident.ID{"a", "b", "c", "d", "e", "f", "g", "h"} { // eight: a fifth is one
		o := workshop(id)
		o.Purpose = "Training"
		openings = append(openings, o)
	}
	openings[0].Purpose, openings[1].Purpose, openings[2].Purpose = "Baking", "Gardening", "Gardening"
	openings[3].Purpose, openings[4].Purpose = "Kitchenware", "Woodwork"
	for wish, want := range map[string]int{"baking": 1, "gardening": 0, "bakingabc": 1, "bakingabcd": 0, "kitchen": 0, "kitchenw": 1} {
		found := indexOf(openings).find(wish)
		if len(found) != want {
			t.Errorf("%q stands in %d, want %d", wish, len(found), want)
		}
	}
}
