package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Overview is the first page of a case: the story in five seconds, what the case asks
// for, and the journey. What the reader may not open is not in it.
type Overview struct {
	Header
	Needs   []followup.Need   // the most pressing first
	Targets []followup.Target // the clocks
	Moves   []followup.StepMove
	Plan    *PlanVersion          // the version that stands
	Paid    *store.CalculatedWeek // the newest week that was calculated for a payment run
	Around  []Near
	Journey
}

// Near is somebody who has a part in the case today.
type Near struct {
	Name         string
	Organisation string
	Task         casefile.Task // "" for an organisation
	From         *period.Day   // of a task
	Until        *period.Day   // of a consent
	Opened       []access.Part // by consent
	Hosts        bool          // has, or is asked to take, the participant
}

// newestEvents is how much of the journey the first page tells.
const newestEvents = 12

// SeeOverview reads the first page of a case. Part narrows the journey to what
// belongs to it, "" for all.
func (o *Office) SeeOverview(ctx context.Context, actor access.Actor, id ident.ID, part access.Part) (Overview, error) {
	var v Overview
	err := o.see(ctx, actor, access.Overview, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		flags, err := d.CaseFlags(ctx, id)
		if err != nil {
			return err
		}
		targets, known := d.targets()
		v.Needs = followup.Needs(situationOf(d.Case, flags, targets), d.Today)
		if known {
			v.Targets = targetsOf(d.Case, flags, targets, d.Now)
		}
		if v.Moves, err = d.StepMoves(ctx, id); err != nil {
			return err
		}
		if v.Around, err = d.around(ctx); err != nil {
			return err
		}
		if d.may(access.See(access.Plan)) {
			all, err := d.plans(ctx)
			if err != nil {
				return err
			}
			v.Plan = all.Standing()
		}
		if d.may(access.See(access.Compensation)) {
			weeks, err := d.CalculatedWeeks(ctx, id, 1)
			if err != nil {
				return err
			}
			if len(weeks) > 0 {
				v.Paid = &weeks[0]
			}
		}
		v.Journey, err = d.journey(ctx, v.Parts, part, newestEvents, 0)
		return err
	})
	return v, err
}

// around is the team, the organisations that have the participant or a question about
// them, and those that a consent has opened something to.
func (d *desk) around(ctx context.Context) ([]Near, error) {
	var near []Near
	members, err := d.Members(ctx, d.Case.ID)
	if err != nil {
		return nil, err
	}
	for _, m := range slices.Backward(members) {
		if m.IsOn(d.Today) {
			near = append(near, Near{Name: m.AccountName, Organisation: m.Organisation, Task: m.Task, From: &m.From})
		}
	}
	// The case manager first: the one to turn to.
	slices.SortStableFunc(near, func(a, b Near) int { return leads(b.Task) - leads(a.Task) })
	names, err := d.organisationNames(ctx)
	if err != nil {
		return nil, err
	}
	at := map[ident.ID]int{}
	organisation := func(id ident.ID) *Near {
		if _, known := at[id]; !known {
			at[id] = len(near)
			near = append(near, Near{Name: names[id]})
		}
		return &near[at[id]]
	}
	for _, host := range d.people.Hosts {
		organisation(host).Hosts = true
	}
	for _, c := range d.people.Consents {
		if c.Revoked || d.Today < c.From || c.Until < d.Today {
			continue
		}
		n := organisation(c.Organisation)
		n.Opened = append(n.Opened, c.Part)
		if n.Until == nil || *n.Until < c.Until {
			n.Until = &c.Until
		}
	}
	return near, nil
}

func leads(t casefile.Task) int {
	if t == casefile.CaseManaging {
		return 1
	}
	return 0
}
