package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
)

// StaffChoice is somebody who can be given a task in a case.
type StaffChoice struct {
	Account      ident.ID
	Name         string
	Organisation string
	Role         access.Role
}

// staffFor are those in the role who can handle the case, by name: not the person
// themselves, and nobody with a conflict of interest.
func (d *desk) staffFor(ctx context.Context, role access.Role) ([]StaffChoice, error) {
	accounts, err := d.AccountsInRole(ctx, role)
	if err != nil {
		return nil, err
	}
	organisations, err := d.organisationNames(ctx)
	if err != nil {
		return nil, err
	}
	var choices []StaffChoice
	for _, a := range accounts {
		if a.Person == d.Case.Person || slices.Contains(d.people.Conflicted, a.ID) {
			continue
		}
		choices = append(choices, StaffChoice{a.ID, a.Name, organisations[a.Organisation], role})
	}
	return choices, nil
}

func (d *desk) organisationNames(ctx context.Context) (map[ident.ID]string, error) {
	all, err := d.Organisations(ctx)
	names := make(map[ident.ID]string, len(all))
	for _, o := range all {
		names[o.ID] = o.Name
	}
	return names, err
}

// join gives the actor a task in the case where they have none: who has once decided
// or assessed can follow what became of it.
func (d *desk) join(ctx context.Context, task casefile.Task) error {
	if slices.Contains(d.people.Team, d.Actor.Account) {
		return nil
	}
	return d.AddMember(ctx, casefile.Member{ID: d.newID(), Case: d.Case.ID, Account: d.Actor.Account, Task: task, From: d.Today})
}
