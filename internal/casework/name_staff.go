package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// tasks are what staff can be named for, and the roles that can hold each. The case
// manager is not named but assigned.
var tasks = map[casefile.Task][]access.Role{
	casefile.Intake:     {access.Assessor},
	casefile.Deciding:   {access.DecisionMaker},
	casefile.Supporting: {access.CaseManager, access.Assessor, access.Partner, access.Manager},
}

// NamedTasks are the tasks in the order in which they are offered.
var NamedTasks = []casefile.Task{casefile.Intake, casefile.Deciding, casefile.Supporting}

// StaffView is the team of a case, and who can be named.
type StaffView struct {
	Header
	Team    []casefile.Member // who has a task today
	Choices map[casefile.Task][]StaffChoice
}

// SeeStaff reads them. The choices are there for who may name.
func (o *Office) SeeStaff(ctx context.Context, actor access.Actor, id ident.ID) (StaffView, error) {
	v := StaffView{Choices: map[casefile.Task][]StaffChoice{}}
	err := o.see(ctx, actor, access.Readers, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if v.Team, err = d.team(ctx); err != nil || !d.may(access.NameStaff) {
			return err
		}
		for task := range tasks {
			if v.Choices[task], err = d.choicesFor(ctx, task); err != nil {
				return err
			}
		}
		return nil
	})
	return v, err
}

// team are those with a task today.
func (d *desk) team(ctx context.Context) ([]casefile.Member, error) {
	members, err := d.Members(ctx, d.Case.ID)
	return slices.DeleteFunc(members, func(m casefile.Member) bool { return !m.IsOn(d.Today) }), err
}

// choicesFor are those who can be named for the task. Who has assessed the need does
// not decide, so there is no use in naming them for it.
func (d *desk) choicesFor(ctx context.Context, task casefile.Task) ([]StaffChoice, error) {
	var choices []StaffChoice
	for _, role := range tasks[task] {
		more, err := d.staffFor(ctx, role)
		if err != nil {
			return nil, err
		}
		choices = append(choices, more...)
	}
	if task != casefile.Deciding {
		return choices, nil
	}
	assessors, err := d.AssessorsOf(ctx, d.Case.ID)
	return slices.DeleteFunc(choices, func(c StaffChoice) bool { return slices.Contains(assessors, c.Account) }), err
}

// Naming gives somebody a task in a case.
type Naming struct {
	Form
	Account ident.ID
	Task    casefile.Task
	Reason  string
}

// shortestReason is of a naming, in characters.
const shortestReason = 10

// NameStaff gives somebody a task in the case, and with it sight of what their role
// sees. For a protected identity this is the only way in.
func (o *Office) NameStaff(ctx context.Context, actor access.Actor, id ident.ID, in Naming) error {
	return o.act(ctx, actor, access.NameStaff, id, in.Form, func(d *desk) error {
		var f fault.Fields
		f.Check(len(tasks[in.Task]) > 0, "task", "intake.staff.no_task")
		f.Check(len([]rune(in.Reason)) >= shortestReason, "reason", "intake.staff.reason_short", "Least", shortestReason)
		choices, err := d.choicesFor(ctx, in.Task)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(choices, func(c StaffChoice) bool { return c.Account == in.Account })
		f.Check(i >= 0, "account", "intake.staff.not_to_be_had")
		team, err := d.team(ctx)
		if err != nil {
			return err
		}
		f.Check(!slices.ContainsFunc(team, func(m casefile.Member) bool { return m.Account == in.Account && m.Task == in.Task }),
			"account", "intake.staff.has_it")
		if err := f.Err(); err != nil {
			return err
		}
		err = d.AddMember(ctx, casefile.Member{
			ID: d.newID(), Case: id, Account: in.Account, Task: in.Task, From: d.Today, Reason: in.Reason,
		})
		if err != nil {
			return err
		}
		d.note("account", string(in.Account))
		return d.tell(ctx, casefile.StaffNamed, map[string]any{"Name": choices[i].Name})
	})
}

// ReleaseStaff ends somebody's task in the case, from today. The case manager is
// replaced and not released, and the last one who can open a protected case stays.
func (o *Office) ReleaseStaff(ctx context.Context, actor access.Actor, id ident.ID, form Form, member ident.ID) error {
	return o.act(ctx, actor, access.NameStaff, id, form, func(d *desk) error {
		team, err := d.team(ctx)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(team, func(m casefile.Member) bool { return m.ID == member })
		switch {
		case i < 0:
			return fault.New(fault.NotFound, "fault.not_found")
		case team[i].Task == casefile.CaseManaging:
			return fault.New(fault.Conflict, "intake.staff.manager_stays")
		case len(team) == 1 && d.people.Protection.Hides():
			return fault.New(fault.Conflict, "intake.staff.last_one")
		}
		d.note("account", string(team[i].Account))
		if err := d.EndMember(ctx, member, d.Today.AddDays(-1)); err != nil { // sight ends at once
			return err
		}
		return d.tell(ctx, casefile.StaffReleased, map[string]any{"Name": team[i].AccountName})
	})
}
