package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
)

// Journey is lines of what has happened in a case, newest first, as far as the reader
// may open the parts that they belong to.
type Journey struct {
	Part   access.Part // the only part shown, "" for all
	Events []casefile.Event
	Total  int // whatever page is shown
}

// CaseEvents is the whole journey of a case, a page at a time.
type CaseEvents struct {
	Header
	Journey
}

// EventsAPage is how many lines of the journey are shown at a time.
const EventsAPage = 50

// SeeEvents reads the journey, at page from 1, narrowed to a part or "" for all.
func (o *Office) SeeEvents(ctx context.Context, actor access.Actor, id ident.ID, part access.Part, page int) (CaseEvents, error) {
	var v CaseEvents
	err := o.see(ctx, actor, access.Overview, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Journey, err = d.journey(ctx, v.Parts, part, EventsAPage, (max(page, 1)-1)*EventsAPage)
		return err
	})
	return v, err
}

// journey is what has happened in the parts that may be opened. A part that may not,
// or that there is not, narrows to nothing it could tell: all is shown.
func (d *desk) journey(ctx context.Context, may []access.Part, part access.Part, limit, offset int) (Journey, error) {
	j := Journey{}
	if slices.Contains(may, part) {
		j.Part, may = part, []access.Part{part}
	}
	var err error
	j.Events, j.Total, err = d.Events(ctx, d.Case.ID, may, limit, offset)
	return j, err
}
