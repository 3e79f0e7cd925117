package simulate

import (
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// mostVersions of a plan are kept to a number that a page can show.
const mostVersions = 6

// plan writes the versions of the plan: the first before the start (004), a new one
// when the main line changes.
func (t *teller) plan() {
	days := []period.Day{t.c.decided}
	for _, p := range t.story.Placements {
		day := dayOf(p.ReferredAt)
		if p.Track == plan.Work && p.State != placement.Declined && day > days[len(days)-1].AddDays(20) && len(days) < mostVersions {
			days = append(days, workdayBefore(day.AddDays(-1)))
		}
	}
	own := t.ownActivity()
	for i, day := range days {
		t.version(i+1, day, i == len(days)-1, own)
	}
	for i := range t.story.Plans {
		if i < len(t.story.Plans)-1 {
			t.story.Plans[i].State = plan.Superseded
			continue
		}
		latest := &t.story.Plans[i]
		if latest.State == plan.Proposed && i > 0 {
			// Until the new one is answered, the one before stands.
			t.story.Plans[i-1].State = plan.Agreed
			latest = &t.story.Plans[i-1]
		}
		if latest.State == plan.Agreed {
			t.story.Case.PlannedHours = latest.PlannedHours(t.today())
		}
		t.story.Case.Goal = latest.Goal
	}
}

// ownActivity is something beside the catalogue, in its latest form.
func (t *teller) ownActivity() *plan.Activity {
	a := plan.Activity{ID: t.s.identity(t.c.decided)}
	switch {
	case t.a.Physical || t.a.Mental:
		a.Track, a.What, a.Hours = plan.Health, t.s.wrote("own_health"), 2
		a.Carrier = t.m.organisation("region").ID
		a.ProviderName = t.m.organisation("region").Name
	case t.a.NeedsInterpreter():
		a.Track, a.What, a.Hours = plan.EducationLanguage, t.s.wrote("own_language"), 3
	default:
		a.Track, a.What, a.Hours = plan.Work, t.s.wrote("own_work"), 3
	}
	return &a
}

func (t *teller) version(number int, day period.Day, latest bool, own *plan.Activity) {
	by := t.managerOn(day)
	v := PlanVersion{WrittenBy: by.ID, SavedAt: t.at(day), Plan: plan.Plan{
		ID: t.s.identity(day), Case: t.story.Case.ID, Version: number, State: plan.Agreed, Goal: t.story.Case.Goal,
		SIP: own.Track == plan.Health && t.a.Physical && t.a.Mental,
	}}
	review := day.AddMonths(3)
	v.ReviewOn = &review
	v.SubGoals = t.subGoals(number)
	left := plan.FullTime
	for i := range t.story.Placements {
		p := &t.story.Placements[i]
		if p.State == placement.Declined || p.State == placement.Queued || p.State == placement.Proposed ||
			*p.To < day || *p.From > day.AddDays(45) || p.EndedOn != nil && *p.EndedOn < day {
			continue
		}
		in := &t.m.Interventions[p.intervention]
		to := *p.To
		if p.EndedOn != nil {
			to = min(to, *p.EndedOn)
		}
		left -= p.Hours
		v.Activities = append(v.Activities, plan.Activity{
			ID: p.ID, Track: p.Track, What: in.Name, ProviderName: in.ProviderName, Placement: p.ID,
			Hours: p.Hours, From: p.From, To: &to, Carrier: in.Provider,
		})
	}
	giveWay(v.Activities)
	if left >= own.Hours || len(v.Activities) == 0 {
		a := *own
		from, to := max(day, t.story.Case.Programme.From), t.withinGrant(day.AddMonths(6))
		a.From, a.To = &from, &to
		if from <= to {
			v.Activities = append(v.Activities, a)
		}
	}
	proposed := t.at(day)
	v.ProposedAt = &proposed
	_, hours := v.Peak()
	t.event(proposed, casefile.PlanProposed, access.Plan, by.ID, by.Name, map[string]any{"Number": number, "Hours": hours})
	t.answer(&v, day, latest)
	t.story.Plans = append(t.story.Plans, v)
}

// answer is what the participant says to a version.
func (t *teller) answer(v *PlanVersion, day period.Day, latest bool) {
	answered := workday(day.AddDays(1))
	waiting := latest && v.Version > 1 && t.c.end == 0 && t.s.chance(0.06) ||
		t.c.state == casefile.Granted && t.s.chance(0.4)
	if answered > t.today() || waiting {
		v.State = plan.Proposed
		return
	}
	v.AnsweredAt, v.AnsweredBy = t.atPointer(answered), t.story.Account
	kind := casefile.PlanAgreed
	if latest && t.s.chance(0.02) {
		v.State, v.Answer = plan.NotAgreed, t.s.wrote("not_agreed")
		kind = casefile.PlanNotAgreed
	}
	t.event(*v.AnsweredAt, kind, access.Plan, t.story.Account, t.a.Person.Name(), map[string]any{"Number": v.Version})
}

var subGoalsOf = []struct {
	track plan.Track
	about string
}{
	{plan.Work, "sub_work"}, {plan.EducationLanguage, "sub_language"}, {plan.Health, "sub_health"}, {plan.SocialEconomy, "sub_social"},
}

func (t *teller) subGoals(version int) []plan.SubGoal {
	var goals []plan.SubGoal
	for _, g := range subGoalsOf {
		if g.track == plan.Work || g.track == plan.EducationLanguage && t.a.NeedsInterpreter() ||
			g.track == plan.Health && (t.a.Physical || t.a.Mental) ||
			g.track == plan.SocialEconomy && slices.Contains(t.a.Obstacles, "debts") {
			goals = append(goals, plan.SubGoal{Track: g.track, Text: t.s.wrote(g.about), Reached: version > 2 && t.s.chance(0.5)})
		}
	}
	return goals
}

// giveWay ends each place of the main line where the next one begins.
func giveWay(activities []plan.Activity) {
	for i := range activities {
		for j := range activities {
			a, next := &activities[i], activities[j]
			if a.Track == plan.Work && next.Track == plan.Work && *a.From < *next.From && *next.From <= *a.To {
				to := next.From.AddDays(-1)
				a.To = &to
			}
		}
	}
}
