package provider

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type homeBody struct {
	Head    layout.Head
	Offers  []line
	Coming  []line
	InPlace []line
	Entries []line // what the catalogue says of each, and whether it is right
	Room    layout.Table
	None    layout.Empty // where nobody comes
}

// line is one person at the provider, or on the way there, with what can be done now.
type line struct {
	Text    string
	Href    string
	Detail  string
	Now     bool
	Actions []layout.Action
}

// home is the provider's day: what to answer first, then who comes and who is there,
// and the room that is left.
func (p *Pages) home(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeOwnPlaces(r.Context(), actor)
	if err != nil {
		return err
	}
	said, err := p.office.SeeSaid(r.Context(), actor)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "provider_places.home.title")
	body := homeBody{
		None: layout.Empty{Title: frame.Text("provider_places.home.nobody"), Text: frame.Text("provider_places.home.nobody_help")},
		Room: roomOf(frame, v.Interventions),
	}
	for _, in := range v.Interventions {
		body.Entries = append(body.Entries, entryLine(frame, said, in, today, layout.BlankForm(r).Once()))
	}
	waiting := 0
	for _, row := range v.Offers {
		l := lineOf(frame, row)
		if !row.Awaits(placement.Provider) {
			l.Detail += " " + frame.Text("provider_places.said_yes", "Until", frame.LongDay(*row.OfferUntil))
			body.Offers = append(body.Offers, l)
			continue
		}
		waiting++
		l.Now = true
		l.Detail += " " + frame.Text("provider_places.answer_by", "Until", frame.LongDay(*row.OfferUntil))
		l.Actions = []layout.Action{
			{Text: frame.Text("provider_places.accept"), About: row.ParticipantName, Post: true, Href: l.Href + "/answer", Hidden: []layout.Hidden{
				{Name: form.OnceField, Value: layout.BlankForm(r).Once()}, {Name: "answer", Value: string(placement.Yes)}}},
			{Text: frame.Text("provider_places.decline"), About: row.ParticipantName, Href: l.Href},
		}
		body.Offers = append(body.Offers, l)
	}
	for _, row := range v.Coming {
		l := lineOf(frame, row)
		if *row.From <= today {
			l.Now = true
			l.Actions = []layout.Action{{Text: frame.Text("provider_places.note_start"), About: row.ParticipantName, Href: l.Href}}
		}
		body.Coming = append(body.Coming, l)
	}
	for _, row := range v.InPlace {
		l := lineOf(frame, row)
		if l.Now = row.IsToBeEnded(today); l.Now {
			l.Detail = frame.Text("places.to_be_ended", "To", frame.Day(*row.To))
		}
		l.Actions = []layout.Action{{Text: frame.Text("provider_places.note_end"), About: row.ParticipantName, Href: l.Href}}
		body.InPlace = append(body.InPlace, l)
	}
	body.Head = layout.Head{
		Eyebrow: actor.OrganisationName, Title: frame.Text("provider_places.home.heading", "Count", waiting),
		Lead: frame.Text("provider_places.home.lead"),
	}
	if waiting == 0 {
		body.Head.Title = frame.Text("provider_places.home.heading_done")
	}
	return layout.Render(w, r, "provider/home", layout.Page[homeBody]{Frame: frame, Body: body})
}

func lineOf(f layout.Frame, row casework.HostedRow) line {
	return line{
		Text: f.Text("provider_places.who_where", "Name", row.ParticipantName, "Place", row.InterventionName), Href: placementPath(row.ID),
		Detail: f.Text("provider_places.hours_dates", "Hours", row.Hours, "Dates", f.Dates(*row.From, *row.To)),
	}
}

// roomOf is how much room each intervention has, and the way to change it.
func roomOf(f layout.Frame, rows []casework.InterventionRow) layout.Table {
	t := layout.Table{
		Caption: f.Text("provider_places.room"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("provider_places.room.place")}, {Text: f.Text("provider_places.room.free"), Number: true},
			{Text: f.Text("provider_places.room.places"), Number: true}, {Text: f.Text("provider_places.room.queue"), Number: true},
			{Text: f.Text("provider_places.room.change")}},
		Empty: &layout.Empty{Title: f.Text("provider_places.room.none"), Text: f.Text("provider_places.room.none_help")},
	}
	for _, in := range rows {
		free := layout.Cell{Text: f.Text("provider_places.room.free_of", "Free", in.FreeHours(), "Hours", in.Capacity())}
		if in.FreeHours() > 0 {
			free.Tone = layout.Good
		}
		free.Detail = layout.RoomSoon(f, casework.Forecast(in))
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: in.Name}, free,
			{Text: f.Text("provider_places.room.of_hours", "Places", in.Places, "Hours", in.HoursPerPlace)},
			{Text: f.Text("provider_places.room.waiting", "Count", in.InQueue)},
			{Text: f.Text("provider_places.room.change_this", "Name", in.Name), Href: capacityPath(in.ID)},
		}})
	}
	return layout.NewTable(t)
}

// entryLine is what the catalogue says of one intervention: one press says that it is
// right, and a link leads to the fields.
func entryLine(f layout.Frame, said casework.Said, in casework.InterventionRow, today period.Day, once string) line {
	path := "/work/catalogue/" + string(in.ID)
	l := line{Text: in.Name, Href: path, Now: said.IsOld(in.ID, today), Detail: f.Text("entry.said_never"), Actions: []layout.Action{
		{Text: f.Text("entry.confirm"), About: in.Name, Post: true, Href: path + "/confirm", Hidden: []layout.Hidden{{Name: form.OnceField, Value: once}}},
		{Text: f.Text("entry.change"), About: in.Name, Href: path + "/edit"},
	}}
	if on, found := said.On(in.ID); found {
		l.Detail = f.Text("entry.said", "On", f.Day(on))
	}
	return l
}
