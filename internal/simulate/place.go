package simulate

import (
	"cmp"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
)

// place fills the programme with placements: one main line that follows the ladder,
// and beside it what the person needs of language, health and support.
func (t *teller) place() error {
	from := t.c.start
	if from == 0 {
		return nil // the plan is still being written
	}
	left := t.ability
	if t.a.NeedsInterpreter() && left >= 20 {
		hours := 15
		if left < 30 {
			hours = 10
		}
		if err := t.beside(plan.EducationLanguage, []catalogue.Kind{catalogue.Language}, hours); err != nil {
			return err
		}
		left -= hours
	}
	if (t.a.Physical || t.a.Mental) && left > 10 && t.s.chance(0.5) {
		if err := t.beside(plan.Health, []catalogue.Kind{catalogue.Health}, 5); err != nil {
			return err
		}
		left -= 5
	}
	if (slices.Contains(t.a.Obstacles, "debts") || t.step <= 2) && left > 5 && t.s.chance(0.4) {
		if err := t.beside(plan.SocialEconomy, []catalogue.Kind{catalogue.SocialSupport}, 2); err != nil {
			return err
		}
		left -= 2
	}
	if left >= 20 && t.s.chance(0.35) { // company and routines beside the work
		if err := t.beside(plan.SocialEconomy, []catalogue.Kind{catalogue.Occupation}, 10); err != nil {
			return err
		}
		left -= 10
	}
	if t.s.chance(0.35) && left > 15 {
		left -= 5 // not every plan fills what the person is able to (004 diagram 9)
	}
	return t.mainLine(left - left%5)
}

// beside runs along the whole programme, in stretches no longer than allowed.
func (t *teller) beside(track plan.Track, kinds []catalogue.Kind, hours int) error {
	step := t.step
	if slices.Contains(kinds, catalogue.Occupation) {
		step = min(step, 3)
	}
	i := t.wanted(kinds, step, hours, nil)
	if i < 0 {
		return nil
	}
	in := &t.m.Interventions[i]
	hours = min(max(hours, in.HoursFrom), in.HoursTo)
	for from := workday(t.c.start.AddDays(t.s.between(0, 20))); from <= t.last(); {
		weeks := min(cmp.Or(in.MaxWeeks, 52), t.s.between(20, 40))
		span := period.Span{From: from, To: t.withinGrant(from.Week().AddWeeks(weeks).Monday() - 3)}
		if !span.IsValid() {
			return nil
		}
		p, err := t.refer(track, i, hours, span)
		if err != nil || p == nil {
			return err
		}
		t.run(p, span.To)
		from = workday(span.To.AddDays(1))
	}
	return nil
}

// withinGrant cuts a last day to the end of the grant.
func (t *teller) withinGrant(day period.Day) period.Day { return min(day, t.c.grantedTo) }

// mainLine goes from place to place, up the ladder and at times down it.
func (t *teller) mainLine(hours int) error {
	from := workday(t.c.start.AddDays(t.s.weighted([]int{50, 15, 10, 10, 10, 5})))
	var been []int
	for from <= t.last() {
		kinds := []catalogue.Kind{catalogue.WorkOriented, catalogue.Occupation, catalogue.SubsidisedEmployment}
		i := t.wanted(kinds, t.step, hours, been)
		if i < 0 {
			if i = t.wanted(kinds, t.step, hours, nil); i < 0 {
				return nil
			}
		}
		in := &t.m.Interventions[i]
		take := min(max(hours, in.HoursFrom), in.HoursTo)
		weeks := min(cmp.Or(in.MaxWeeks, 52), t.s.between(9, 30))
		span := period.Span{From: from, To: t.withinGrant(from.Week().AddWeeks(weeks).Monday() - 3)}
		if span.Len() < 14 {
			return nil
		}
		if t.s.chance(0.1) {
			if err := t.declined(i, take, span); err != nil {
				return err
			}
		}
		p, err := t.refer(plan.Work, i, take, span)
		if err != nil {
			return err
		}
		if p == nil { // full: wait in the queue where it matters now, else go elsewhere
			if t.c.state == casefile.Active && span.To >= t.today() && t.s.chance(0.5) {
				return t.queue(i, take)
			}
			if been = append(been, i); len(been) > 12 {
				return nil
			}
			continue
		}
		been = append(been, i)
		end := span.To
		if span.To < t.last() && t.s.chance(0.22) {
			end = workdayBefore(t.s.dayIn(from+10, span.To))
		}
		t.run(p, end)
		t.climb(p)
		from = workday(end.AddDays(1 + t.s.weighted([]int{70, 5, 5, 5, 15})*2))
	}
	return t.ahead(hours)
}

// climb moves the person on the ladder after a place that ended before the end of
// the programme.
func (t *teller) climb(p *Placement) {
	if p.EndedOn == nil || *p.EndedOn >= t.last() {
		return
	}
	up := 0.55
	if p.State == placement.Interrupted {
		up = 0.1
	}
	to := t.step
	switch {
	case t.s.chance(up):
		to = min(t.step+1, 5)
	case t.s.chance(0.12):
		to = max(t.step-1, 1)
	}
	if to != t.step {
		t.moveStep(*p.EndedOn, to)
	}
}

func (t *teller) moveStep(day period.Day, to int) {
	why := "step_up"
	if to < t.step {
		why = "step_down"
	}
	by := t.managerOn(day)
	t.story.StepMoves = append(t.story.StepMoves, StepMove{
		ID: t.s.identity(day), On: day, From: t.step, To: to, Reason: t.s.wrote(why), By: by.ID,
	})
	t.event(t.at(day), casefile.StepMoved, access.Assessment, by.ID, by.Name, map[string]any{"From": t.step, "To": to})
	t.step = to
	t.ability = min(40, max(10, t.ability+5*(2*count(why == "step_up")-1)))
	t.ability -= t.ability % 10
}

// refer makes a referral that has passed the gate and has room, or nil where the
// intervention is full.
func (t *teller) refer(track plan.Track, i, hours int, span period.Span) (*Placement, error) {
	in := &t.m.Interventions[i]
	day := t.referralDay(span.From)
	if !t.room.fits(in, i, hours, period.Span{From: min(day, span.From), To: span.To}) {
		return nil, nil
	}
	p, err := t.referral(track, i, hours, span, day)
	if err != nil {
		return nil, err
	}
	offered := p.ReferredAt.Add(time.Duration(t.s.between(1, 48)) * time.Hour)
	if offered.After(span.From.Time()) {
		offered = p.ReferredAt.Add(time.Hour)
	}
	until := dayOf(offered).AddDays(placement.OfferDays)
	p.OfferedAt, p.OfferUntil = &offered, &until
	p.ProviderSaid, p.ParticipantSaid = "yes", "yes"
	p.State = placement.Accepted
	t.offered(p)
	t.accepted(p)
	t.story.Placements = append(t.story.Placements, *p)
	return &t.story.Placements[len(t.story.Placements)-1], nil
}

// referralDay is some days before the start, when the plan is there (004 s. 4.2).
func (t *teller) referralDay(start period.Day) period.Day {
	day := workdayBefore(start.AddDays(-t.s.between(3, 14)))
	return max(day, workday(t.c.decided.AddDays(1)))
}

func dayOf(at time.Time) period.Day { return period.Date(at.Year(), int(at.Month()), at.Day()) }

func (t *teller) referral(track plan.Track, i, hours int, span period.Span, day period.Day) (*Placement, error) {
	in := &t.m.Interventions[i]
	by := t.managerOn(day)
	yes, no := true, false
	guarantee, days := placement.NoGuarantee, (*int)(nil)
	if t.a.Group == CodedUnemployed && t.a.Months > 30 && t.story.Case.OpenedOn%3 == 0 {
		guarantee, days = placement.JobGuarantee, new(int)
		*days = 460 + int(day-t.c.opened)
	}
	facts := placement.GateFacts{
		AssistanceFrom: &t.story.SupportFrom, NeedInvestigated: &yes, Plan: plan.Agreed, EndsOn: &span.To,
		WishesConsidered: &yes, Municipal: in.Municipal, Guarantee: guarantee, GuaranteeDays: days,
		SeriousAddiction: &no, UpperSecondaryPupil: &no, AdultStudent: &no,
	}
	gate, err := placement.Gate(facts, day, law.Sweden())
	if err != nil {
		return nil, err
	}
	p := &Placement{
		Placement: placement.Placement{
			ID: t.s.identity(day), Case: t.story.Case.ID, Intervention: in.ID, State: placement.Referred,
			Hours: hours, From: &span.From, To: &span.To,
		},
		Track: track, GateFacts: facts, Gate: gate, ReferredBy: by.ID, ReferredAt: t.at(day), intervention: i,
	}
	t.event(p.ReferredAt, casefile.Referred, access.Placements, by.ID, by.Name,
		map[string]any{"Place": in.Name, "Hours": hours})
	return p, nil
}

// run starts the placement and, where its time has come, ends it.
func (t *teller) run(p *Placement, end period.Day) {
	in := &t.m.Interventions[p.intervention]
	start := *p.From
	if start > t.today() {
		t.room.hold(p.intervention, p.Hours, period.Span{From: dayOf(*p.OfferedAt), To: *p.To})
		return
	}
	p.State, p.StartedOn = placement.Started, &start
	host := one(t.s, t.hosts[in.Provider])
	t.event(t.at(start), casefile.PlacementStarted, access.Placements, host.ID, host.Name, map[string]any{"Place": in.Name, "Hours": p.Hours})
	end = min(end, t.last())
	over := end < t.today()
	if t.c.end != 0 {
		over = end <= t.c.end
	}
	if over {
		p.EndedOn = &end
		p.State, p.Reason = placement.Completed, t.s.wrote("complete")
		if end < *p.To && t.c.end != end {
			p.State, p.Reason = placement.Interrupted, t.s.wrote("interrupt")
		}
		by := t.managerOn(end)
		t.event(t.at(end), casefile.PlacementEnded, access.Placements, by.ID, by.Name,
			map[string]any{"Place": in.Name, "Reason": p.Reason})
		t.room.hold(p.intervention, p.Hours, period.Span{From: dayOf(*p.OfferedAt), To: end})
		return
	}
	t.room.hold(p.intervention, p.Hours, period.Span{From: dayOf(*p.OfferedAt), To: *p.To})
}

// declined is a referral that somebody said no to.
func (t *teller) declined(i, hours int, span period.Span) error {
	day := t.referralDay(span.From)
	p, err := t.referral(plan.Work, i, hours, span, day)
	if err != nil {
		return err
	}
	offered := p.ReferredAt.Add(24 * time.Hour)
	until := dayOf(offered).AddDays(placement.OfferDays)
	p.State, p.OfferedAt, p.OfferUntil = placement.Declined, &offered, &until
	p.DeclinedBy, p.ParticipantSaid, p.Reason = placement.Participant, "no", t.s.wrote("decline_participant")
	if t.s.chance(0.4) {
		p.DeclinedBy, p.ParticipantSaid, p.ProviderSaid, p.Reason = placement.Provider, "", "no", t.s.wrote("decline_provider")
	}
	t.offered(p)
	t.said(p, p.DeclinedBy, casefile.OfferDeclined, offered.Add(26*time.Hour))
	t.story.Placements = append(t.story.Placements, *p)
	return nil
}

// offered, accepted and said put the offer and its answers in the journey.
func (t *teller) offered(p *Placement) {
	by := t.managerOn(dayOf(p.ReferredAt))
	t.event(*p.OfferedAt, casefile.Offered, access.Placements, by.ID, by.Name, map[string]any{
		"Place": t.m.Interventions[p.intervention].Name, "Hours": p.Hours, "Deadline": p.OfferUntil.String()})
}

func (t *teller) accepted(p *Placement) {
	t.said(p, placement.Provider, casefile.OfferAccepted, p.OfferedAt.Add(time.Hour))
	t.said(p, placement.Participant, casefile.OfferAccepted, p.OfferedAt.Add(2*time.Hour))
}

func (t *teller) said(p *Placement, who placement.Mover, what casefile.EventKind, at time.Time) {
	in := &t.m.Interventions[p.intervention]
	actor, name := t.story.Account, t.a.Person.Name()
	if who == placement.Provider {
		host := t.hosts[in.Provider][0]
		actor, name = host.ID, host.Name
	}
	t.event(at, what, access.Placements, actor, name, map[string]any{"Who": name, "Place": in.Name})
}

// queue leaves the person in the queue of a full intervention.
func (t *teller) queue(i, hours int) error {
	day := workdayBefore(t.today().AddDays(-t.s.between(1, 40)))
	day = max(day, workday(t.c.decided.AddDays(1)))
	from := workday(t.today().AddDays(t.s.between(7, 21)))
	span := period.Span{From: from, To: t.withinGrant(from.AddDays(7*min(12, t.m.Interventions[i].MaxWeeks) - 1))}
	if span.Len() < 28 || day > t.today() {
		return nil
	}
	p, err := t.referral(plan.Work, i, hours, span, day)
	if err != nil {
		return err
	}
	queued := p.ReferredAt.Add(time.Hour)
	p.State, p.QueuedAt = placement.Queued, &queued
	t.event(queued, casefile.Queued, access.Placements, p.ReferredBy, t.managerOn(day).Name,
		map[string]any{"Place": t.m.Interventions[i].Name})
	t.story.Placements = append(t.story.Placements, *p)
	return nil
}

// ahead is what is being arranged now for somebody whose place is about to end.
func (t *teller) ahead(hours int) error {
	if t.c.state != casefile.Active || !t.s.chance(0.22) {
		return nil
	}
	from := workday(t.today().AddDays(t.s.between(4, 25)))
	i := t.wanted([]catalogue.Kind{catalogue.WorkOriented, catalogue.Occupation}, min(t.step+1, 5), hours, nil)
	if i < 0 {
		return nil
	}
	in := &t.m.Interventions[i]
	span := period.Span{From: from, To: t.withinGrant(from.AddDays(7*min(t.s.between(10, 21), in.MaxWeeks) - 1))}
	if span.Len() < 28 {
		return nil
	}
	hours = min(max(hours, in.HoursFrom), in.HoursTo)
	day := workdayBefore(t.today().AddDays(-t.s.between(1, 4)))
	day = max(day, workday(t.c.decided.AddDays(1)))
	if day > t.today() {
		return nil
	}
	if !t.room.fits(in, i, hours, period.Span{From: day, To: span.To}) {
		return t.queue(i, hours)
	}
	p, err := t.referral(plan.Work, i, hours, span, day)
	if err != nil {
		return err
	}
	offered := p.ReferredAt.Add(time.Hour)
	until := day.AddDays(placement.OfferDays)
	switch t.s.weighted([]int{2, 3, 5, 3}) {
	case 0:
		p.State = placement.Proposed
	case 1: // referred, nothing more
	case 2:
		p.State, p.OfferedAt, p.OfferUntil = placement.Offered, &offered, &until
		p.ParticipantSaid = one(t.s, []string{"", "yes"})
		t.offered(p)
	default:
		p.State, p.OfferedAt, p.OfferUntil = placement.Accepted, &offered, &until
		p.ProviderSaid, p.ParticipantSaid = "yes", "yes"
		t.offered(p)
		t.accepted(p)
	}
	if p.State.HoldsHours() {
		t.room.hold(i, hours, period.Span{From: day, To: span.To})
	}
	t.story.Placements = append(t.story.Placements, *p)
	return nil
}
