package casework

import (
	"cmp"
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// ManagerChoice is a case manager that a case can be given to.
type ManagerChoice struct {
	Account ident.ID
	Name    string
	Cases   int // that take room now
}

// ManagersView is who is, was and can be case manager.
type ManagersView struct {
	Header
	Choices []ManagerChoice   // by name; the present one is not among them
	Limit   int               // of cases each
	Unknown Unknown           // the limit, where nobody can be chosen for lack of it
	Held    []casefile.Member // who has held the case together, newest first
}

// HasRoom tells whether the case manager can take one more.
func (v ManagersView) HasRoom(c ManagerChoice) bool { return c.Cases < v.Limit }

// SeeManagers reads them. The choices are there for who may assign.
func (o *Office) SeeManagers(ctx context.Context, actor access.Actor, id ident.ID) (ManagersView, error) {
	var v ManagersView
	err := o.see(ctx, actor, access.Overview, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		members, err := d.Members(ctx, id)
		if err != nil {
			return err
		}
		v.Held = slices.DeleteFunc(members, func(m casefile.Member) bool { return m.Task != casefile.CaseManaging })
		if !d.may(access.AssignManager) {
			return nil
		}
		v.Limit, v.Choices, err = d.managerChoices(ctx)
		return v.Unknown.without(err)
	})
	return v, err
}

// managerChoices are who can be chosen, and how many cases each has at most. The choices
// are there with a *law.MissingError too.
func (d *desk) managerChoices(ctx context.Context) (limit int, choices []ManagerChoice, err error) {
	loads, err := d.Caseloads(ctx)
	if err != nil {
		return 0, nil, err
	}
	staff, err := d.staffFor(ctx, access.CaseManager)
	if err != nil {
		return 0, nil, err
	}
	for _, s := range staff {
		if s.Account != d.Case.Manager {
			choices = append(choices, ManagerChoice{Account: s.Account, Name: s.Name, Cases: loads[s.Account]})
		}
	}
	slices.SortStableFunc(choices, func(a, b ManagerChoice) int { return cmp.Compare(a.Cases, b.Cases) })
	allowed, err := d.Office.Law.CaseloadLimit(d.Today)
	return allowed.Value, choices, err
}

// Assignment gives the case to a case manager. Reason and Notes are of a change.
type Assignment struct {
	Form
	Manager ident.ID
	Reason  string
	Notes   string // what the next one needs to know
}

// AssignManager gives the case its case manager, or another. Invalid where the chosen
// one is not to be had or has as many cases as the limit allows, and where a change
// lacks its reason or its hand-over.
func (o *Office) AssignManager(ctx context.Context, actor access.Actor, id ident.ID, in Assignment) error {
	return o.act(ctx, actor, access.AssignManager, id, in.Form, func(d *desk) (err error) {
		if err := d.Case.Can(casefile.AssignManager); err != nil {
			return err
		}
		handover := casefile.Handover{From: d.Case.Manager, To: in.Manager, On: d.Today, Reason: in.Reason, Notes: in.Notes}
		if err := handover.Check().Err(); err != nil {
			return err
		}
		limit, choices, err := d.managerChoices(ctx)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(choices, func(c ManagerChoice) bool { return c.Account == in.Manager })
		if i < 0 {
			return besideField("manager", fault.New(fault.Invalid, "intake.manager.not_to_be_had"))
		}
		if d.Case.State.CountsTowardCaseload() {
			if err := casefile.RoomForCase(choices[i].Cases, limit); err != nil {
				return besideField("manager", err)
			}
		}
		return d.handOver(ctx, handover, choices[i].Name)
	})
}

// handOver ends the one's task, begins the other's and tells it.
func (d *desk) handOver(ctx context.Context, h casefile.Handover, name string) error {
	members, err := d.Members(ctx, d.Case.ID)
	if err != nil {
		return err
	}
	earlier := ""
	for _, m := range members {
		if m.Task == casefile.CaseManaging && m.IsOn(d.Today) {
			earlier = m.AccountName
			if err := d.EndMember(ctx, m.ID, d.Today.AddDays(-1)); err != nil {
				return err
			}
		}
	}
	err = d.AddMember(ctx, casefile.Member{
		ID: d.newID(), Case: d.Case.ID, Account: h.To, Task: casefile.CaseManaging, From: h.On, Reason: h.Reason, Notes: h.Notes,
	})
	if err != nil {
		return err
	}
	d.Case.Manager = h.To
	d.note("manager", string(h.To))
	if !h.IsChange() {
		return d.tell(ctx, casefile.ManagerAssigned, map[string]any{"Manager": name})
	}
	return d.tell(ctx, casefile.ManagerChanged, map[string]any{"Manager": name, "Earlier": earlier, "Reason": h.Reason})
}
