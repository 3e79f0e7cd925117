package simulate

import (
	"fotfaste/internal/casefile"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// CaseSummary counts the cases and what has happened in them.
type CaseSummary struct {
	Total          int            `json:"total"`
	States         map[string]int `json:"states"`
	Exits          map[string]int `json:"exits"`
	Placements     map[string]int `json:"placements"` // by state
	AttendanceDays int            `json:"attendance_days"`
	Weeks          int            `json:"compensation_weeks"`
	Paid           int            `json:"compensation_kronor"`
	Contacts       int            `json:"contacts"`
	Overdue        int            `json:"contacts_overdue"`
	Assessments    int            `json:"assessments"`
	PlanVersions   int            `json:"plan_versions"`
	ManagerChanges int            `json:"case_manager_changes"`
	FullyActive    int            `json:"fully_active"` // active cases whose plan fills the ability
	StepMoves      int            `json:"step_moves"`
	OutcomesKnown  int            `json:"outcomes_recorded"`
	HeldHours      int            `json:"held_hours"` // hours a week on the reference day
}

func newCaseSummary() *CaseSummary {
	return &CaseSummary{States: map[string]int{}, Exits: map[string]int{}, Placements: map[string]int{}}
}

func (c *CaseSummary) add(m *Municipality, s *Story) {
	c.Total++
	c.States[string(s.Case.State)]++
	if s.Exit != nil {
		c.Exits[string(s.Exit.Kind)]++
	}
	for i := range s.Placements {
		p := &s.Placements[i]
		c.Placements[string(p.State)]++
		c.HeldHours += m.Interventions[p.intervention].hold(&p.Placement, m.Today.Week())
	}
	c.AttendanceDays += len(s.Attendance)
	c.Weeks += len(s.Weeks)
	for i := range s.Weeks {
		c.Paid += int(s.Weeks[i].Total - s.Weeks[i].Before.Total())
	}
	c.Contacts += len(s.Contacts)
	c.Overdue += count(s.Case.NextContactOn != nil && *s.Case.NextContactOn < m.Today)
	c.Assessments += len(s.Assessments)
	c.PlanVersions += len(s.Plans)
	for _, h := range s.Handovers {
		c.ManagerChanges += count(h.IsChange())
	}
	c.FullyActive += count(s.Case.State == casefile.Active && s.Case.IsFullyActive())
	c.StepMoves += len(s.StepMoves)
	for _, o := range s.Outcomes {
		c.OutcomesKnown += count(o.At != nil)
	}
}

// CountCases tells every story and counts it.
func (m *Municipality) CountCases() (*CaseSummary, error) {
	counts := newCaseSummary()
	m.letGo()
	for story, err := range m.Stories() {
		if err != nil {
			return nil, err
		}
		counts.add(m, story)
	}
	return counts, nil
}

// hold puts a placement in the weeks that it holds, and returns its hours in this one.
func (in *Intervention) hold(p *placement.Placement, this period.Week) int {
	in.waits = in.waits || p.State == placement.Queued
	weeks, holds := p.Holds()
	if !holds {
		return 0
	}
	for w := weeks.From; w <= weeks.To; w++ {
		in.weeks[w] += p.Hours
	}
	now := p.Hours * count(weeks.Contains(this))
	in.HeldHours += now
	return now
}
