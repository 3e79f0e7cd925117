package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/period"
)

// contact holds the follow-up contacts when they are due by the schedule: weekly at
// first, then every month, and after an exit to work or studies as long as it is
// followed (004 s. 7.3; 003). Some case managers are behind with some cases.
func (t *teller) contact() {
	behind := t.c.end == 0 && t.s.chance(0.16)
	var held []followup.Contact
	for {
		due := followup.Standard().Next(t.c.start, held, t.today())
		if t.c.end != 0 && due.On > t.c.end {
			if !t.c.exit.SupportGoesOn() {
				return
			}
			due = followup.AfterExit().Next(t.c.end, held, t.today())
		}
		on := workday(due.On.AddDays(t.s.weighted([]int{60, 15, 10, 5})))
		if on >= t.today() || behind && on.AddDays(35) > t.today() {
			t.story.Case.NextContactOn = &due.On
			return
		}
		about := "contact"
		if t.c.end != 0 && on > t.c.end {
			about = "contact_after"
		}
		c := followup.Contact{On: on, Reached: true, Note: t.s.wrote(about), Kind: one(t.s, []followup.ContactKind{
			followup.Meeting, followup.Meeting, followup.PhoneCall, followup.WorkplaceVisit, followup.VideoCall})}
		if t.s.chance(0.05) {
			missed := followup.Contact{On: workdayBefore(due.On), Kind: followup.PhoneCall, Note: t.s.wrote("contact_missed")}
			held = append(held, missed)
			t.held(missed, due.On)
		}
		held = append(held, c)
		t.held(c, due.On)
	}
}

func (t *teller) held(c followup.Contact, due period.Day) {
	by := t.managerOn(c.On)
	at := t.at(c.On)
	t.story.Contacts = append(t.story.Contacts, Contact{ID: t.s.identity(c.On), Contact: c, DueOn: due, By: by.ID, At: at})
	t.event(at, casefile.ContactHeld, access.Contacts, by.ID, by.Name, map[string]any{"Kind": "@followup.contact." + string(c.Kind)})
}

// leave records the exit and how it went afterwards.
func (t *teller) leave() {
	if t.c.end == 0 {
		return
	}
	by := t.managerOn(t.c.end)
	note := map[followup.ExitKind]string{followup.Work: "exit_work", followup.WorkWithSupport: "exit_supported", followup.ProtectedWork: "exit_protected",
		followup.Studies: "exit_studies", followup.SicknessOrActivityCompensation: "exit_compensation", followup.Pension: "exit_pension",
		followup.Moved: "exit_moved", followup.OtherExit: "exit_other"}[t.c.exit]
	at := t.at(t.c.end)
	t.story.Exit = &Exit{ID: t.s.identity(t.c.end), On: t.c.end, Kind: t.c.exit, Note: t.s.wrote(note), By: by.ID, At: at}
	t.event(at, casefile.ExitRecorded, access.Outcomes, by.ID, by.Name, map[string]any{"Kind": "@followup.exit." + string(t.c.exit)})
	if t.c.exit.IsWorkOrStudies() {
		reached := 5
		if t.c.exit == followup.Work || t.c.exit == followup.Studies {
			reached = 6
		}
		if t.step < reached {
			t.moveStep(t.c.end, reached)
		}
	}
	if t.c.exit != followup.OtherExit {
		to := t.c.end.Month().Last()
		t.story.SupportTo = &to
	}
	t.outcomes()
}

// outcomes are asked for at the fixed times, as far as they have come.
func (t *teller) outcomes() {
	standing, said := followup.AtExit(t.c.exit)
	if !said {
		standing = followup.OnAssistance
	}
	for _, due := range followup.OutcomeTimes(t.c.end) {
		o := Outcome{ID: t.s.identity(t.c.end), DueOn: due.On}
		o.Months = due.Months
		recorded := workday(due.On.AddDays(t.s.between(0, 9)))
		if said && due.Months == 0 {
			recorded = due.On // the exit says it
		}
		late := t.c.state != casefile.Closed && t.s.chance(0.08)
		if recorded <= t.today() && !late {
			if due.Months > 0 && standing.IsWorkOrStudies() && t.s.chance(0.13) {
				standing = followup.OnAssistance // it did not last
			}
			o.On, o.Standing = recorded, standing
			o.Source = one(t.s, []followup.OutcomeSource{followup.ByAsking, followup.ByAsking, followup.ByRegister})
			if due.Months > 0 && o.Source == followup.ByAsking && t.s.chance(0.06) {
				o.Standing = followup.NotReached
			}
			if o.Standing == followup.InWork {
				o.Hours = 40
			}
			by := t.managerOn(recorded)
			o.At, o.By = t.atPointer(recorded), by.ID
			t.event(*o.At, casefile.OutcomeRecorded, access.Outcomes, by.ID, by.Name,
				map[string]any{"Months": o.Months, "Status": "@followup.standing." + string(o.Standing)})
		}
		t.story.Outcomes = append(t.story.Outcomes, o)
	}
}

// close settles what the case looks like on the reference day.
func (t *teller) close() {
	c := &t.story.Case
	if t.c.assessed != 0 {
		c.AbilityHours, c.LadderStep = t.ability, t.step
	}
	if t.c.end != 0 || t.c.state == casefile.Closed {
		c.PlannedHours = 0
	}
	if t.c.state == casefile.Closed {
		c.NextContactOn = nil
		last := t.story.Events[len(t.story.Events)-1]
		day := max(t.c.withdrawn, dayOf(last.At))
		for _, e := range t.story.Events {
			day = max(day, dayOf(e.At))
		}
		t.event(day.Time().Add(16*time.Hour), casefile.CaseClosed, access.Overview, last.Actor, last.ActorName, nil)
	}
}
