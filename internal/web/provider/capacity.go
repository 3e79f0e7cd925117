package provider

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/web/chart"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type capacityBody struct {
	Head    layout.Head
	Path    string
	Ahead   chart.Figure
	Planned []planned // rooms to come
	Closed  []planned // periods that have not passed
	Changes layout.Table
}

// planned is something that is to come, with the way to take it back.
type planned struct{ Text, Detail, Starts, Path, About string }

func capacityPath(id ident.ID) string { return "/provider/interventions/" + string(id) }

// capacityShow is the room of one of the provider's own interventions, now and in the
// coming weeks, with what is planned and every change.
func (p *Pages) capacityShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showCapacity(w, r, actor, nil)
}

// capacity changes it, now or from a day. More room goes at once to those who wait.
func (p *Pages) capacity(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.changeRoom(w, r, actor, "provider_places.capacity.done", func(id ident.ID, f *form.Form) error {
		in := casework.Capacity{
			Form: casework.Form{Token: f.Once()}, Places: f.Int("places", 0, 10_000), HoursPerPlace: f.Int("hours_per_place", 1, 168),
		}
		if from, said := f.DayIfAny("from"); said {
			in.From = &from
		}
		if err := f.Err(); err != nil {
			return err
		}
		return p.office.ChangeCapacity(r.Context(), actor, id, in)
	})
}

// capacityBack takes a planned room back.
func (p *Pages) capacityBack(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.changeRoom(w, r, actor, "provider_places.capacity.taken_back", func(id ident.ID, f *form.Form) error {
		from, err := period.ParseWeek(r.PathValue("week"))
		if err != nil {
			return fault.New(fault.NotFound, "fault.not_found").Because(err)
		}
		return p.office.TakeBackRoom(r.Context(), actor, id, casework.Form{Token: f.Once()}, from)
	})
}

// closePeriod closes the intervention for a time.
func (p *Pages) closePeriod(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.changeRoomSaying(w, r, actor, func(id ident.ID, f *form.Form) (said, error) {
		in := casework.ClosedPeriod{Form: casework.Form{Token: f.Once()}, Reason: f.Raw("closed_reason")}
		if from, said := f.DayIfAny("closed_from"); said {
			in.From = &from
		}
		if to, said := f.DayIfAny("closed_to"); said {
			in.To = &to
		}
		if err := f.Err(); err != nil {
			return said{}, err
		}
		starts, err := p.office.ClosePeriod(r.Context(), actor, id, in)
		switch {
		case starts.Count == 0:
			return said{key: "provider_places.closed.done"}, err
		case starts.Next == nil:
			return said{"provider_places.closed.done_starts_none", []any{"Count", starts.Count}}, err
		}
		return said{"provider_places.closed.done_starts", []any{"Count", starts.Count, "Day", *starts.Next}}, err
	})
}

// openPeriod takes a closed period back.
func (p *Pages) openPeriod(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.changeRoom(w, r, actor, "provider_places.closed.taken_back", func(id ident.ID, f *form.Form) error {
		closed, err := visit.ID(r, "closed")
		if err != nil {
			return err
		}
		return p.office.OpenPeriod(r.Context(), actor, id, casework.Form{Token: f.Once()}, closed)
	})
}

// changeRoom makes the change and comes back to the room, with what is wrong if it did
// not go.
func (p *Pages) changeRoom(w http.ResponseWriter, r *http.Request, actor access.Actor, done string, change func(ident.ID, *form.Form) error) error {
	return p.changeRoomSaying(w, r, actor, func(id ident.ID, f *form.Form) (said, error) { return said{key: done}, change(id, f) })
}

// said is what is said when it is done.
type said struct {
	key   string
	pairs []any
}

func (p *Pages) changeRoomSaying(w http.ResponseWriter, r *http.Request, actor access.Actor, change func(ident.ID, *form.Form) (said, error)) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	done, err := change(id, f)
	switch {
	case f.Take(err):
		return p.showCapacity(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, capacityPath(id))
	}
	return layout.Done(w, r, capacityPath(id), done.key, done.pairs...)
}

func (p *Pages) showCapacity(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "intervention")
	if err != nil {
		return err
	}
	v, err := p.office.SeeOwnRoom(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		f = layout.BlankForm(r)
	}
	if !f.Sent("places") { // nothing was typed there: the other form was sent, or none
		now := v.Ledger.RoomIn(v.Week)
		f = f.Fill("places", strconv.Itoa(now.Places)).Fill("hours_per_place", strconv.Itoa(now.HoursPerPlace))
	}
	frame := layout.FrameOf(r, "provider_places.capacity.title", "Name", v.Name).With(f)
	body := capacityBody{
		Path: capacityPath(id), Ahead: layout.RoomAhead(frame, casework.Forecast(v.InterventionRow)), Changes: changesTable(frame, v),
		Head: layout.Head{
			Eyebrow: v.Name, Title: frame.Text("provider_places.capacity.heading", "Free", v.FreeHours(), "Hours", v.Capacity()),
			Lead:    frame.Text("provider_places.capacity.lead", "Held", v.HeldHours()),
			Actions: []layout.Action{{Text: frame.Text("proposal.passings.open"), Href: capacityPath(id) + "/passings"}},
		},
	}
	for _, room := range v.Ledger.Rooms {
		if room.From > v.Week {
			text := frame.Text("provider_places.planned", "Day", frame.Day(room.From.Monday()), "Room", roomText(frame, room))
			body.Planned = append(body.Planned, planned{Text: text, Path: body.Path + "/room/" + room.From.String() + "/back", About: text})
		}
	}
	for _, c := range v.Closed {
		if c.WithdrawnAt == nil && c.To >= clock.Today(p.office.Clock) {
			text := frame.Dates(c.From, c.To)
			body.Closed = append(body.Closed, planned{Text: text, Detail: c.Reason, Starts: startsText(frame, v.Starts[c.ID]), Path: body.Path + "/closed/" + string(c.ID) + "/open", About: text})
		}
	}
	return layout.Render(w, r, "provider/capacity", layout.Page[capacityBody]{Frame: frame, Body: body})
}

// startsText is how many starts are planned in a closed period, and when they can be; empty
// of none.
func startsText(f layout.Frame, starts casework.ClosedStarts) string {
	switch {
	case starts.Count == 0:
		return ""
	case starts.Next == nil:
		return f.Text("provider_places.closed.starts_none", "Count", starts.Count)
	}
	return f.Text("provider_places.closed.starts", "Count", starts.Count, "Day", *starts.Next)
}

func roomText(f layout.Frame, room catalogue.Room) string {
	return f.Text("provider_places.room.of_hours", "Places", room.Places, "Hours", room.HoursPerPlace)
}

// changesTable is every change of the room and of when it is closed: who, when, and what
// it was before.
func changesTable(f layout.Frame, v casework.OwnRoom) layout.Table {
	t := layout.Table{
		Caption: f.Text("provider_places.changes"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("provider_places.changes.what")}, {Text: f.Text("provider_places.changes.before")},
			{Text: f.Text("provider_places.changes.who")}, {Text: f.Text("provider_places.changes.back")}},
		Empty: &layout.Empty{Title: f.Text("provider_places.changes.none")},
	}
	for _, c := range v.Changes {
		row := []string{
			f.Text("provider_places.planned", "Day", f.Day(c.Room.From.Monday()), "Room", roomText(f, c.Room)), roomText(f, c.Before),
			f.Text("provider_places.changes.by", "Name", c.EnteredName, "At", f.Instant(*c.EnteredAt)), "",
		}
		if c.WithdrawnAt != nil {
			row[3] = f.Text("provider_places.changes.by", "Name", c.WithdrawnName, "At", f.Instant(*c.WithdrawnAt))
		}
		t.Rows = append(t.Rows, layout.Row{Cells: layout.Cells(row...)})
	}
	for _, c := range v.Closed {
		row := []string{
			f.Text("provider_places.changes.closed", "Dates", f.Dates(c.From, c.To), "Reason", c.Reason), f.Text("provider_places.changes.open"),
			f.Text("provider_places.changes.by", "Name", c.EnteredName, "At", f.Instant(c.EnteredAt)), "",
		}
		if c.WithdrawnAt != nil {
			row[3] = f.Text("provider_places.changes.by", "Name", c.WithdrawnName, "At", f.Instant(*c.WithdrawnAt))
		}
		t.Rows = append(t.Rows, layout.Row{Cells: layout.Cells(row...)})
	}
	return layout.NewTable(t)
}
