package casework

import (
	"context"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// StaffAccount is somebody who works in the programme and can sign in.
type StaffAccount = store.StaffAccount

// AccountQuery narrows the list of accounts. What is empty does not narrow.
type AccountQuery struct {
	Name         string // beginnings of names
	Role         access.Role
	Organisation ident.ID
}

// Accounts is who can sign in, and from where.
type Accounts struct {
	Staff         []StaffAccount // by name
	Total         int            // of staff, before the query
	Participants  int            // how many of them can sign in; who they are is secret
	Organisations []Organisation
	PerHouse      map[ident.ID]int // staff accounts by organisation
}

// SeeAccounts reads them.
func (o *Office) SeeAccounts(ctx context.Context, actor access.Actor, q AccountQuery) (Accounts, error) {
	v := Accounts{PerHouse: map[ident.ID]int{}}
	err := o.survey(ctx, actor, access.SeeAccounts, "accounts", func(d *desk) (err error) {
		if v.Organisations, err = d.Organisations(ctx); err != nil {
			return err
		}
		if v.Participants, err = d.ParticipantAccounts(ctx); err != nil {
			return err
		}
		all, err := d.StaffAccounts(ctx)
		if err != nil {
			return err
		}
		v.Total = len(all)
		words := person.Fold(q.Name)
		for _, a := range all {
			v.PerHouse[a.Organisation]++
			if (q.Role == "" || slices.Contains(a.Roles, q.Role)) && (q.Organisation == "" || a.Organisation == q.Organisation) && beginsWith(a.Name, words) {
				v.Staff = append(v.Staff, a)
			}
		}
		return nil
	})
	return v, err
}

// beginsWith tells whether every word is the beginning of some word of the name.
func beginsWith(name string, words []string) bool {
	parts := person.Fold(name)
	for _, word := range words {
		if !slices.ContainsFunc(parts, func(part string) bool { return strings.HasPrefix(part, word) }) {
			return false
		}
	}
	return true
}
