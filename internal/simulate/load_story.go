package simulate

import (
	"context"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
	"fotfaste/internal/store"
)

// story loads one case with everything in it.
func (l *loading) story(ctx context.Context, s *Story) error {
	c := s.Case
	if err := l.participant(ctx, s, s.Adult.Person); err != nil {
		return err
	}
	spell := newStream(l.m.Seed, "spell of "+c.Number, 0).identity(s.SupportFrom)
	if err := l.to.Row(ctx, "assistance_spell", spell, c.Person, s.SupportFrom, s.SupportTo); err != nil {
		return err
	}
	var from, to *period.Day
	if c.Programme != nil {
		from, to = &c.Programme.From, &c.Programme.To
	}
	err := l.to.Row(ctx, "programme_case", c.ID, c.Number, c.Person, c.State, c.Version, c.OpenedOn, c.OpenedAt, c.Manager,
		c.MainObstacle, c.Goal, c.LadderStep, c.AbilityHours, c.PlannedHours, c.NextContactOn, from, to)
	if err != nil {
		return err
	}
	l.number(c.OpenedOn.Year())
	l.journalled(s)
	for _, load := range []func(context.Context, *Story) error{l.beginning, l.requirement, l.letters, l.plans, l.placements, l.attendance, l.overpaid, l.following, l.readers} {
		if err := load(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// number counts the case numbers of each year.
func (l *loading) number(year int) {
	if n := len(l.years); n == 0 || l.years[n-1] != year {
		l.years, l.latest = append(l.years, year), append(l.latest, 0)
	}
	l.latest[len(l.latest)-1]++
}

// judged is how the facts of a verdict stand in their column.
type judged struct {
	eligibility.Facts
	Origins map[eligibility.Fact]eligibility.Origin `json:"origins"`
}

// beginning is the verdict, the assessments and the decisions.
func (l *loading) beginning(ctx context.Context, s *Story) error {
	id := s.Case.ID
	if v := s.Verdict; v != nil {
		err := l.to.Row(ctx, "eligibility_verdict", v.ID, id, v.At, v.By, v.Says.RuleSet, v.Says.Overall,
			store.JSON{Value: judged{v.Facts, v.Origins}}, store.JSON{Value: v.Says})
		if err != nil {
			return err
		}
	}
	for _, a := range s.Assessments {
		err := l.to.Row(ctx, "assessment", a.ID, id, a.Instrument, a.Version, a.Rater, a.By, a.StartedAt, a.SavedAt, a.Completed,
			store.JSON{Value: a.Answers}, store.JSON{Value: a.Profile})
		if err != nil {
			return err
		}
	}
	for _, d := range s.Decisions {
		var to *period.Day
		if d.Kind != decision.Refuse {
			to = &d.Span.To
		}
		advice := d.Advice
		if advice == nil {
			advice = []eligibility.Advice{}
		}
		err := l.to.Row(ctx, "decision", d.ID, id, d.Kind, d.Span.From, to, d.Reason, d.By, d.At, d.Supersedes, store.JSON{Value: advice})
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *loading) plans(ctx context.Context, s *Story) error {
	for _, v := range s.Plans {
		if v.SubGoals == nil {
			v.SubGoals = []plan.SubGoal{}
		}
		err := l.to.Row(ctx, "plan", v.ID, s.Case.ID, v.Version, v.State, store.JSON{Value: v.Plan}, v.WrittenBy, v.SavedAt,
			v.ProposedAt, store.JSON{Value: answersTo(v)})
		if err != nil {
			return err
		}
	}
	return nil
}

// answersTo is what the participant said to the version, if anything yet.
func answersTo(v PlanVersion) []store.PlanAnswer {
	if v.AnsweredAt == nil {
		return []store.PlanAnswer{}
	}
	return []store.PlanAnswer{{Account: v.AnsweredBy, Answer: plan.Answer{
		Agreed: v.State != plan.NotAgreed, Note: v.Answer, RecordedBy: plan.Participant, On: clock.DayOf(*v.AnsweredAt),
	}}}
}

func (l *loading) placements(ctx context.Context, s *Story) error {
	for i := range s.Placements {
		p := &s.Placements[i]
		err := l.to.Row(ctx, "placement", p.ID, s.Case.ID, p.Intervention, p.State, p.Track, p.Hours, *p.From, *p.To,
			store.JSON{Value: placement.Passage{Result: p.Gate}}, p.ReferredBy, p.ReferredAt, p.Priority, p.Precedence, p.QueuedAt,
			p.OfferedAt, p.OfferUntil, p.ProviderSaid, p.ParticipantSaid, p.StartedOn, p.EndedOn, p.DeclinedBy, p.Reason)
		if err != nil {
			return err
		}
		if p.State == placement.Offered {
			lapses := clock.StartOf(p.OfferUntil.AddDays(1))
			err := l.to.Row(ctx, "job", p.ID, casework.OfferLapses, p.ID, lapses, 0, nil, "")
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *loading) attendance(ctx context.Context, s *Story) error {
	for i := range s.Attendance {
		d := &s.Attendance[i]
		err := l.to.Row(ctx, "attendance_day", d.Placement, d.Day, s.Case.ID, d.Reported, d.ReportedAt, d.ReportedBy,
			d.Confirmed, d.ConfirmedAt, d.ConfirmedBy, d.Settled, d.SettledAt, d.SettledBy)
		if err != nil {
			return err
		}
		if err := l.words(ctx, s, d); err != nil {
			return err
		}
	}
	for i := range s.Weeks {
		w := &s.Weeks[i]
		change := w.change(s.Case.ID)
		err := l.to.Row(ctx, "compensation_week", w.ID, s.Case.ID, w.Week.Week.Monday(), w.Base, w.Child, w.Total,
			store.JSON{Value: w.Explanation}, w.At, w.Run, nil, w.Number, w.Before.Base, w.Before.Child, change.Pays(), change.Kept(), w.Conflicts, w.Unconfirmed)
		if err != nil {
			return err
		}
	}
	l.cash.of(s)
	return nil
}

// words keeps each word of a day as it was given.
func (l *loading) words(ctx context.Context, s *Story, d *AttendanceDay) error {
	for _, w := range d.words() {
		if err := l.to.Row(ctx, "attendance_entry", s.Case.ID, d.Day, d.Placement, w.word, w.at, w.status, w.by); err != nil {
			return err
		}
	}
	return nil
}

// following is contacts, step moves, the exit and how it went.
func (l *loading) following(ctx context.Context, s *Story) error {
	id := s.Case.ID
	for _, c := range s.Contacts {
		err := l.to.Row(ctx, "contact", c.ID, id, c.DueOn, c.On, c.Kind, c.Reached, c.Note, c.By, c.At)
		if err != nil {
			return err
		}
	}
	for _, move := range s.StepMoves {
		err := l.to.Row(ctx, "step_move", move.ID, id, move.On, move.From, move.To, move.Reason, move.Assessment, move.By)
		if err != nil {
			return err
		}
	}
	if e := s.Exit; e != nil {
		if err := l.to.Row(ctx, "case_exit", e.ID, id, e.On, e.Kind, 0, e.Note, e.By, e.At); err != nil {
			return err
		}
	}
	for _, o := range s.Outcomes {
		var tells *period.Day
		if o.At != nil {
			tells = &o.On
		}
		err := l.to.Row(ctx, "outcome", o.ID, id, o.Months, o.DueOn, o.Standing, o.Source, tells, o.Hours, o.At, o.By)
		if err != nil {
			return err
		}
	}
	return nil
}

// readers is the team, the consents and the journey.
func (l *loading) readers(ctx context.Context, s *Story) error {
	id := s.Case.ID
	for _, m := range s.Members {
		if err := l.to.Row(ctx, "case_member", m.ID, id, m.Account, m.Task, m.From, m.To, m.Reason, m.Notes); err != nil {
			return err
		}
	}
	for _, c := range s.Consents {
		err := l.to.Row(ctx, "consent", c.ID, id, c.Organisation, c.Part, c.From, c.Until, c.At, c.RevokedAt)
		if err != nil {
			return err
		}
	}
	for _, e := range s.Events {
		values := e.Values
		if values == nil {
			values = map[string]any{}
		}
		err := l.to.Row(ctx, "case_event", e.ID, id, e.At, e.Kind, e.Part, e.Actor, e.ActorName, store.JSON{Value: values})
		if err != nil {
			return err
		}
	}
	return nil
}
