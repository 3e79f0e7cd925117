package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
)

// Overview is the first page of a case: the story in five seconds, and the journey.
type Overview struct {
	Header
	Events []casefile.Event // newest first
}

// newestEvents is how much of the journey the first page tells.
const newestEvents = 30

// SeeOverview reads the first page of a case.
func (o *Office) SeeOverview(ctx context.Context, actor access.Actor, id ident.ID) (Overview, error) {
	var v Overview
	err := o.see(ctx, actor, access.Overview, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Events, err = d.Events(ctx, id, newestEvents)
		return err
	})
	return v, err
}
