package simulate

import (
	"fmt"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Assessment is one rater's answers to an instrument.
type Assessment struct {
	ID         ident.ID           `json:"id"`
	Instrument string             `json:"instrument"`
	Version    string             `json:"version"` // of the instrument
	Rater      assessment.Rater   `json:"rater"`
	By         ident.ID           `json:"by"`
	StartedAt  time.Time          `json:"started_at"`
	SavedAt    time.Time          `json:"saved_at"`
	Completed  *time.Time         `json:"completed_at"` // nil while half done
	Answers    assessment.Answers `json:"answers"`
	Profile    assessment.Profile `json:"profile"` // empty until completed
}

// assess makes the joint assessment, by both raters; half of it where the case is
// still being assessed.
func (t *teller) assess() {
	in := assessment.Instruments()[assessment.JointAssessment]
	switch {
	case t.c.assessed != 0:
		t.rate(in, assessment.Participant, t.c.assessed, t.answersFrom(in, assessment.Participant), true)
		t.rate(in, assessment.Professional, t.c.assessed, t.answersFrom(in, assessment.Professional), true)
		joint := t.story.Assessments[len(t.story.Assessments)-1]
		t.story.StepMoves = append(t.story.StepMoves, StepMove{ID: t.s.identity(t.c.assessed), On: t.c.assessed,
			To: t.step, Reason: t.s.wrote("step_first"), Assessment: joint.ID, By: t.assessor.ID})
	case t.c.state == casefile.Assessing:
		answers := t.answersFrom(in, assessment.Professional)
		for i, s := range in.Sections {
			for _, q := range s.Questions {
				if i >= 3 {
					delete(answers, q.Code)
				}
			}
		}
		t.rate(in, assessment.Professional, workdayBefore(t.today().AddDays(-1)), answers, false)
	}
}

func (t *teller) rate(in *assessment.Instrument, rater assessment.Rater, day period.Day, answers assessment.Answers, complete bool) {
	by, name := t.assessor.ID, t.assessor.Name
	if in.Code == assessment.Progression {
		by, name = t.managerOn(day).ID, t.managerOn(day).Name
	}
	if rater == assessment.Participant {
		by, name = t.story.Account, t.a.Person.Name()
	}
	started, saved := t.at(day), t.at(day).Add(40*time.Minute)
	// The two of a round begin together; a joint one began when they first met.
	if n := len(t.story.Assessments); n > 0 && t.story.Assessments[n-1].Instrument == in.Code && t.story.Assessments[n-1].Rater != rater {
		other := t.story.Assessments[n-1]
		if in.Code != assessment.Progression || dayOf(other.StartedAt) == day {
			started, saved = other.StartedAt, other.SavedAt
		}
	} else if in.Code != assessment.Progression {
		if met := t.at(t.firstMeeting(day)); met.Before(started) {
			started = met
		}
	}
	a := Assessment{ID: t.s.identity(day), Instrument: in.Code, Version: in.Version, Rater: rater, By: by,
		StartedAt: started, SavedAt: saved, Answers: answers}
	if complete {
		a.Completed, a.Profile = &a.SavedAt, in.Score(rater, answers)
		if rater == assessment.Professional { // who finishes the round
			t.event(a.SavedAt, casefile.AssessmentCompleted, access.Assessment, by, name,
				map[string]any{"Instrument": "@intake.instrument." + in.Code})
		}
	}
	t.story.Assessments = append(t.story.Assessments, a)
}

// firstMeeting is most often the day after the enquiry, as the target is, and never
// after the day that the assessment was completed.
func (t *teller) firstMeeting(completed period.Day) period.Day {
	days := 1
	if t.s.chance(0.3) {
		days = t.s.between(3, 8)
	}
	return min(workday(t.c.opened.AddDays(days)), completed)
}

// answersFrom answers every question that is put: what is known of the person as it
// is, the rest at random.
func (t *teller) answersFrom(in *assessment.Instrument, rater assessment.Rater) assessment.Answers {
	known := t.known(rater)
	answers := assessment.Answers{}
	put := map[string]bool{}
	for again := true; again; { // an answer may call for new questions
		again = false
		for _, s := range in.Shown(assessment.Talk{Rater: rater, Alone: true}, answers) {
			for _, q := range s.Questions {
				if put[q.Code] {
					continue
				}
				put[q.Code], again = true, true
				if a, is := known[q.Code]; is {
					answers[q.Code] = a
				} else if q.Required || t.s.chance(0.5) {
					answers[q.Code] = t.anyAnswer(q)
				}
			}
		}
	}
	return answers
}

func (t *teller) anyAnswer(q assessment.Question) assessment.Answer {
	switch q.Kind {
	case assessment.OneOf:
		return assessment.Chosen(one(t.s, q.Options).Code)
	case assessment.ManyOf:
		return assessment.ChosenMany(one(t.s, q.Options).Code)
	case assessment.Scale, assessment.Number:
		return assessment.Counted(t.s.between(q.Min, q.Max))
	case assessment.Date:
		return assessment.Dated(t.c.opened)
	}
	return assessment.Written(t.s.wrote("hindrance"))
}

// known is what the answers to the joint assessment are, as far as the person's
// facts decide them.
func (t *teller) known(rater assessment.Rater) assessment.Answers {
	a := t.a
	choose := func(yes bool, this, that string) assessment.Answer {
		if yes {
			return assessment.Chosen(this)
		}
		return assessment.Chosen(that)
	}
	ability := t.ability
	if rater == assessment.Participant && t.s.chance(0.3) { // the two often see it differently
		ability = min(40, max(0, ability+10*one(t.s, []int{-1, 1})))
	}
	known := assessment.Answers{
		"own_goal":             assessment.Written(t.story.Case.Goal),
		"wanted_work":          assessment.Written(t.s.wrote("wish")),
		"household":            assessment.Chosen(householdAnswers[a.Household]),
		"has_children":         choose(len(a.Children) > 0, "yes", "no"),
		"assistance_time":      choose(a.Months >= 24, "two_years_or_more", "under_two_years"),
		"main_cause":           assessment.Chosen(string(mainCause(a))),
		"physical_health":      choose(a.Physical, one(t.s, []string{"some", "large"}), "none"),
		"mental_health":        choose(a.Mental, one(t.s, []string{"some", "large"}), "none"),
		"swedish":              assessment.Chosen(string(assessmentSwedish(a.Swedish))),
		"interpreter_language": assessment.Written(a.Person.Language),
		"studies_swedish":      choose(a.Now == SwedishStudies, "yes", "no"),
		"habits":               choose(t.s.chance(0.93), "none", "some"),
		"safe_at_home":         choose(t.s.chance(0.96), "yes", "not_always"),
		"hours_now":            assessment.Counted(5 * count(a.Now != NoMeasure && a.Now != MeasureNotAsked) * t.s.between(1, 3)),
		"ability":              assessment.Chosen(fmt.Sprintf("h%d", ability)),
		"step":                 assessment.Chosen(fmt.Sprintf("step_%d", t.step)),
		"next_need":            assessment.ChosenMany(nextNeed(a, t.step)),
	}
	var obstacles []string
	for _, o := range a.Obstacles {
		if o != "habits" {
			obstacles = append(obstacles, o)
		}
	}
	if obstacles == nil {
		obstacles = []string{"none"}
	}
	known["obstacles"] = assessment.ChosenMany(obstacles...)
	return known
}

var householdAnswers = map[Household]string{
	Single: "alone", Couple: "couple", SingleWithChildren: "alone_with_children", CoupleWithChildren: "couple_with_children",
}

func assessmentSwedish(s Swedish) assessment.Swedish {
	switch s {
	case NoLimits:
		return assessment.NoLimits
	case EasySwedish:
		return assessment.EasySwedish
	case LargeLimits:
		return assessment.LargeLimits
	}
	return assessment.SwedishUnknown
}

func nextNeed(a *Adult, step int) string {
	switch {
	case a.Next == AnotherMeasure:
		return "language_practice"
	case a.Next != MeasureNotAsked:
		return string(a.Next)
	case step >= 5:
		return string(SupportedWork)
	case step == 4:
		return string(Rehabilitation)
	}
	return string(Occupation)
}

// progress asks participant and case manager every three months how it is going.
// Most come a little further each time; who goes to work or studies comes furthest.
func (t *teller) progress() {
	in := assessment.Instruments()[assessment.Progression]
	level := 1.8 + 1.2*t.s.Float64()
	pace := 0.05 + 0.25*t.s.Float64()
	if t.c.exit.IsWorkOrStudies() {
		pace += 0.25
	}
	for i, day := 0, workday(t.c.start.AddDays(2)); day <= t.last() && day <= t.today(); i++ {
		for _, rater := range []assessment.Rater{assessment.Participant, assessment.Professional} {
			answers := assessment.Answers{}
			for _, theme := range assessment.Themes() {
				at := level + pace*float64(i) + 0.8*t.s.NormFloat64()
				answers[string(theme)] = assessment.Counted(max(1, min(5, int(at+0.5))))
			}
			if t.s.chance(0.3) {
				answers["what_changed"] = assessment.Written(t.s.wrote("hindrance"))
			}
			t.rate(in, rater, day, answers, true)
		}
		day = workday(t.c.start.AddMonths(in.EveryMonths * (i + 1)))
	}
}
