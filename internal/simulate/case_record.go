package simulate

import (
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/attendance"
	"fotfaste/internal/casefile"
	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// caseRecord is a story in cases.json: all of it but who pressed which button on an
// attendance day, and the explanation of each week, which the engine gives again.
type caseRecord struct {
	ID            ident.ID          `json:"id"`
	Number        string            `json:"number"`
	Person        ident.ID          `json:"person"`
	State         casefile.State    `json:"state"`
	OpenedOn      period.Day        `json:"opened_on"`
	Manager       ident.ID          `json:"case_manager"`
	AbilityHours  int               `json:"ability_hours"` // -1 until assessed
	LadderStep    int               `json:"ladder_step"`   // 0 until assessed
	PlannedHours  int               `json:"planned_hours"`
	MainObstacle  casefile.Obstacle `json:"main_obstacle"`
	NextContactOn *period.Day       `json:"next_contact_on"`
	Programme     *period.Span      `json:"programme"`

	*Story // its own case, lists and so on; the fields below stand before those of the same name

	Case       string                 `json:"case,omitempty"`
	Members    []memberRecord         `json:"members"`
	Handovers  []handoverRecord       `json:"handovers"`
	Attendance []attendance.DayRecord `json:"attendance"`
	Weeks      []weekRecord           `json:"weeks"`
	Events     []eventRecord          `json:"events"`
}

type memberRecord struct {
	Account ident.ID      `json:"account"`
	Task    casefile.Task `json:"task"`
	From    period.Day    `json:"from"`
	To      *period.Day   `json:"to"`
}

type handoverRecord struct {
	From   ident.ID   `json:"from"`
	To     ident.ID   `json:"to"`
	On     period.Day `json:"on"`
	Reason string     `json:"reason"`
	Notes  string     `json:"notes"`
}

type weekRecord struct {
	Week period.Week `json:"week"`
	compensation.Amounts
	Run ident.ID `json:"run"`
}

type eventRecord struct {
	At     time.Time          `json:"at"`
	Kind   casefile.EventKind `json:"kind"`
	Part   access.Part        `json:"part"`
	Actor  ident.ID           `json:"actor"`
	Values map[string]any     `json:"values,omitempty"`
}

func newCaseRecord(s *Story) caseRecord {
	c := s.Case
	r := caseRecord{
		ID: c.ID, Number: c.Number, Person: c.Person, State: c.State, OpenedOn: c.OpenedOn, Manager: c.Manager,
		AbilityHours: c.AbilityHours, LadderStep: c.LadderStep, PlannedHours: c.PlannedHours,
		MainObstacle: c.MainObstacle, NextContactOn: c.NextContactOn, Programme: c.Programme, Story: s,
		Members: []memberRecord{}, Handovers: []handoverRecord{}, Attendance: []attendance.DayRecord{},
		Weeks: []weekRecord{}, Events: []eventRecord{},
	}
	for _, m := range s.Members {
		r.Members = append(r.Members, memberRecord{m.Account, m.Task, m.From, m.To})
	}
	for _, h := range s.Handovers {
		r.Handovers = append(r.Handovers, handoverRecord{h.From, h.To, h.On, h.Reason, h.Notes})
	}
	for i := range s.Attendance {
		r.Attendance = append(r.Attendance, s.Attendance[i].DayRecord)
	}
	for i := range s.Weeks {
		w := &s.Weeks[i]
		r.Weeks = append(r.Weeks, weekRecord{w.Week.Week, w.Amounts, w.Run})
	}
	for _, e := range s.Events {
		r.Events = append(r.Events, eventRecord{e.At, e.Kind, access.Part(e.Part), e.Actor, e.Values})
	}
	return r
}
