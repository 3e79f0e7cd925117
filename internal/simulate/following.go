package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/period"
)

// contact plans and holds the follow-up contacts: weekly for eight weeks, then every
// month, and for a while after the exit (004 s. 7.3; 003).
func (t *teller) contact() {
	var due []period.Day
	for i := range 8 {
		due = append(due, workday(t.c.start.AddDays(7*(i+1))))
	}
	for i := 3; i < 40; i++ {
		due = append(due, workday(t.c.start.AddMonths(i)))
	}
	end := t.today().AddDays(40)
	if t.c.end != 0 {
		end = t.c.end.AddDays(95)
	}
	behind := t.c.end == 0 && t.s.chance(0.16)
	for i, day := range due {
		if day > end || t.c.end != 0 && day > t.today() {
			break
		}
		next := t.today()
		if i+1 < len(due) {
			next = due[i+1]
		}
		c := Contact{ID: t.s.identity(t.c.start), DueOn: day, Kind: one(t.s, []string{"meeting", "meeting", "phone_call", "workplace_visit", "video_call"})}
		heldOn := workday(day.AddDays(t.s.weighted([]int{60, 15, 10, 5})))
		open := heldOn > t.today() || behind && next > t.today()
		if !open {
			by := t.managerOn(heldOn)
			about := "contact"
			if t.c.end != 0 && heldOn > t.c.end {
				about = "contact_after"
			}
			c.Held, c.By, c.Note = t.atPointer(heldOn), by.ID, t.s.wrote(about)
			t.event(*c.Held, casefile.ContactHeld, access.Contacts, by.ID, by.Name, map[string]any{"Kind": "@followup.contact." + c.Kind})
		}
		t.story.Contacts = append(t.story.Contacts, c)
		if open {
			day := day
			t.story.Case.NextContactOn = &day
			break
		}
	}
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

// standings are how people support themselves right after each kind of exit.
var standings = map[followup.ExitKind]followup.Standing{
	followup.Work: followup.InWork, followup.WorkWithSupport: followup.InSupportedWork,
	followup.ProtectedWork: followup.InProtectedWork, followup.Studies: followup.InStudies,
	followup.SicknessOrActivityCompensation: followup.OnOtherBenefit, followup.Pension: followup.OnOtherBenefit,
	followup.Moved: followup.MovedAway, followup.OtherExit: followup.OnAssistance,
}

// outcomes are asked for at the fixed times, as far as they have come.
func (t *teller) outcomes() {
	standing := standings[t.c.exit]
	for _, due := range followup.OutcomeTimes(t.c.end) {
		o := Outcome{ID: t.s.identity(t.c.end), DueOn: due.On}
		o.Months = due.Months
		recorded := workday(due.On.AddDays(t.s.between(0, 9)))
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
		c.NextContactOn = nil
		c.PlannedHours = 0
	}
	if t.c.state == casefile.Closed {
		last := t.story.Events[len(t.story.Events)-1]
		day := max(t.c.withdrawn, dayOf(last.At))
		for _, e := range t.story.Events {
			day = max(day, dayOf(e.At))
		}
		t.event(day.Time().Add(16*time.Hour), casefile.CaseClosed, access.Overview, last.Actor, last.ActorName, nil)
	}
}
