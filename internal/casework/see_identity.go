package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
)

// SeeIdentity reads who the case is about, with the whole identity number. That it
// was looked at stands in the journal.
func (o *Office) SeeIdentity(ctx context.Context, actor access.Actor, id ident.ID) (person.Person, error) {
	var p person.Person
	err := o.see(ctx, actor, access.Identity, id, func(d *desk) (err error) {
		if err := d.byConsentAlone(); err != nil {
			return err
		}
		p, err = d.Person(ctx, d.Case.Person)
		return err
	})
	return p, err
}
