package cli

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/recovery"
	"fotfaste/internal/simulate"
	"fotfaste/internal/store"
	"fotfaste/internal/web/signin"
)

// doors are the demo's buttons: somebody in every role, chosen so that they meet. The
// participant has the case manager shown and goes to the supervisor's place; there
// are two payment officers, since nobody attests what they prepared, and a second
// participant, who is asked about money that was paid too much.
func doors(ctx context.Context, db *store.DB, today period.Day) ([]signin.DemoAccount, error) {
	var all []signin.DemoAccount
	err := db.Read(ctx, simulate.Code, func(tx *store.Tx) error {
		manager, err := busiest(ctx, tx, today)
		if err != nil {
			return err
		}
		participant, host, err := atAPlace(ctx, tx, manager, today)
		if err != nil {
			return err
		}
		for _, role := range access.Roles {
			accounts, err := tx.AccountsInRole(ctx, role)
			if err != nil {
				return err
			}
			shown := 1
			switch role {
			case access.Participant:
				accounts, shown = []store.Account{participant}, 2
				asked, err := askedOfMoney(ctx, tx, today)
				if err != nil {
					return err
				}
				if asked != nil && asked.ID != participant.ID {
					accounts = append(accounts, *asked)
				}
			case access.CaseManager:
				accounts = []store.Account{manager}
			case access.ProviderSupervisor:
				accounts = slices.DeleteFunc(accounts, func(a store.Account) bool { return a.Organisation != host })
			case access.PaymentOfficer:
				shown = 2
			}
			for _, a := range accounts[:min(shown, len(accounts))] {
				all = append(all, signin.DemoAccount{Account: a.ID, Role: role})
			}
		}
		return nil
	})
	return all, err
}

// lookedAt is among how many case managers the busiest is chosen, and spare is how
// many cases more they must have room for, so that the demo can be gone on with.
const (
	lookedAt = 10
	spare    = 3
)

func busiest(ctx context.Context, tx *store.Tx, today period.Day) (store.Account, error) {
	limit, err := law.Sweden().CaseloadLimit(today)
	if err != nil {
		return store.Account{}, err
	}
	managers, err := tx.AccountsInRole(ctx, access.CaseManager)
	if err != nil {
		return store.Account{}, err
	}
	var best store.Account
	most := -1
	for _, m := range managers[:min(lookedAt, len(managers))] {
		load, err := tx.Caseload(ctx, m.ID)
		if err != nil {
			return best, err
		}
		if load > most && load <= limit.Value-spare {
			best, most = m, load
		}
	}
	return best, nil
}

// atAPlace is one of the case manager's participants who goes to a place, and its
// provider.
func atAPlace(ctx context.Context, tx *store.Tx, manager store.Account, today period.Day) (store.Account, ident.ID, error) {
	actor := access.Actor{Municipality: simulate.Code, Account: manager.ID, Role: access.CaseManager}
	now := access.Moment{At: morning(today), Day: today}
	rows, _, err := tx.ListCases(ctx, actor, access.See(access.Placements), now,
		store.CaseQuery{States: []casefile.State{casefile.Active}, Manager: manager.ID})
	if err != nil {
		return store.Account{}, "", err
	}
	for _, row := range rows {
		c, err := tx.AccessCase(ctx, row.Case.ID, now)
		if err != nil {
			return store.Account{}, "", err
		}
		if len(c.Hosts) == 0 || c.Protection.Hides() {
			continue
		}
		account, err := tx.AccountOfPerson(ctx, c.Person)
		if err == nil {
			return account, c.Hosts[0], nil
		}
	}
	return store.Account{}, "", nil
}

// askedOfMoney is a participant whose view of what they were paid too much is awaited, nil
// where there is none.
func askedOfMoney(ctx context.Context, tx *store.Tx, today period.Day) (*store.Account, error) {
	officers, err := tx.AccountsInRole(ctx, access.PaymentOfficer)
	if err != nil || len(officers) == 0 {
		return nil, err
	}
	actor := access.Actor{Municipality: simulate.Code, Account: officers[0].ID, Role: access.PaymentOfficer}
	now := access.Moment{At: morning(today), Day: today}
	rows, _, err := tx.ListRecoveries(ctx, actor, now, store.RecoveryQuery{State: recovery.Communicated, Act: access.See(access.Compensation), Known: true, Limit: 1})
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	c, err := tx.AccessCase(ctx, rows[0].Case, now)
	if err != nil {
		return nil, err
	}
	account, err := tx.AccountOfPerson(ctx, c.Person)
	return &account, err
}
