package simulate

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/store"
)

// said loads the history of an intervention: added by the manager before anything else was
// known, and confirmed by its provider within the last months, by some of them too long ago.
func (l *loading) said(ctx context.Context, i int, in catalogue.Intervention) error {
	row := func(days int, deed catalogue.Deed, was any, by *Account) error {
		at := l.m.Today.AddDays(-days).Time().Add(9 * time.Hour)
		return l.to.Row(ctx, "catalogue_entry", in.ID, at, deed, was, store.JSON{Value: in}, by.ID)
	}
	manager := l.who(func(a *Account) bool { return a.Role == access.Manager })
	if manager == nil {
		return nil
	}
	if err := row(history, catalogue.Added, nil, manager); err != nil {
		return err
	}
	provider := l.who(func(a *Account) bool { return a.Role == access.ProviderSupervisor && a.Organisation == in.Provider })
	if provider == nil {
		return nil
	}
	return row(2+i*7%100, catalogue.Confirmed, store.JSON{Value: in}, provider)
}

// who is the first of the staff for whom it holds, nil for nobody.
func (l *loading) who(holds func(*Account) bool) *Account {
	for i := range l.m.Staff {
		if holds(&l.m.Staff[i]) {
			return &l.m.Staff[i]
		}
	}
	return nil
}
