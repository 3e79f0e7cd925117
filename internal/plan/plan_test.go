package plan

import (
	"pgregory.net/rapid"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// newYear is the first day that generated plans may begin.
var newYear = period.MustDay("2026-01-01")

func at(text string) *period.Day {
	d := period.MustDay(text)
	return &d
}

func hours(n int) *int { return &n }

// whole is a plan that may be proposed on 2 March 2026.
func whole() Plan {
	return Plan{
		ID: "p", Case: "c", Version: 1, State: Draft,
		Goal:     "Jag vill arbeta i en blomsterhandel nära hemmet",
		SubGoals: []SubGoal{{Text: "Hålla tider hela veckan", Track: Work}},
		Activities: []Activity{
			{ID: "a1", Track: Work, What: "Växthuset", ProviderName: "Skog och mark", Placement: "pl", Hours: 20,
				From: at("2026-03-02"), To: at("2026-08-30"), Carrier: "org-municipality"},
			{ID: "a2", Track: EducationLanguage, What: "Svenska för invandrare", Hours: 10,
				From: at("2026-03-02"), To: at("2026-06-12"), Carrier: "org-school"},
			{ID: "a3", Track: Health, What: "Promenad i grupp", Hours: 2,
				From: at("2026-04-01"), To: at("2026-06-30")},
		},
		ReviewOn: at("2026-06-01"),
	}
}

// plans draws plans with up to eight activities within two years; some lack a day.
func plans() *rapid.Generator[Plan] {
	return rapid.Custom(func(t *rapid.T) Plan {
		p := Plan{
			Goal:  rapid.SampledFrom([]string{"", "Arbete", "Studier"}).Draw(t, "goal"),
			SIP:   rapid.Bool().Draw(t, "sip"),
			State: rapid.SampledFrom(States()).Draw(t, "state"),
		}
		for _, text := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 3, rapid.ID[string]).Draw(t, "sub-goals") {
			p.SubGoals = append(p.SubGoals, SubGoal{Text: text, Reached: rapid.Bool().Draw(t, "reached")})
		}
		ids := rapid.SliceOfNDistinct(rapid.SampledFrom([]ident.ID{"1", "2", "3", "4", "5", "6", "7", "8"}), 0, 8, rapid.ID[ident.ID]).Draw(t, "ids")
		for _, id := range ids {
			a := Activity{ID: id, Track: rapid.SampledFrom(Tracks()).Draw(t, "track"),
				Hours: rapid.IntRange(0, FullTime).Draw(t, "hours")}
			from := newYear.AddDays(rapid.IntRange(0, 60).Draw(t, "from"))
			to := from.AddDays(rapid.IntRange(0, 60).Draw(t, "length"))
			if rapid.IntRange(0, 9).Draw(t, "has from") > 0 {
				a.From = &from
			}
			if rapid.IntRange(0, 9).Draw(t, "has to") > 0 {
				a.To = &to
			}
			p.Activities = append(p.Activities, a)
		}
		return p
	})
}
