package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/followup"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type contactsBody struct {
	Case    casePage
	Heading string
	Light   layout.Tone
	Facts   []layout.Fact
	Kinds   []form.Option
	NextBy  string // the hint of the field for the next contact
	May     bool
	Held    []layout.Event
	Empty   *layout.Empty
}

// contactsShow is the follow-up: what is due, what has been held, and the form.
func (p *Pages) contactsShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showContacts(w, r, actor, layout.BlankForm(r).
		Fill("on", clock.Today(p.office.Clock).String()).Fill("reached", "yes"))
}

// contacts notes a contact.
func (p *Pages) contacts(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.HeldContact{
		Form: visit.Once(f),
		Contact: followup.Contact{
			Kind: followup.ContactKind(f.Choice("kind", codes(followup.ContactKinds())...)), On: f.Day("on"),
			Reached: f.Yes("reached"), Note: f.Text("note", 0, followup.MaxNote),
		},
	}
	if next, chosen := f.DayIfAny("next"); chosen {
		in.Next = &next
	}
	if err = f.Err(); err == nil {
		err = p.office.HoldContact(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showContacts(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "contacts"))
	}
	return layout.Done(w, r, casePath(id, "contacts"), "worker_followup.contacts.done")
}

func (p *Pages) showContacts(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeContacts(r.Context(), actor, id)
	if err != nil {
		return err
	}
	today := clock.Today(p.office.Clock)
	frame := layout.FrameOf(r, "worker_followup.contacts.title", "Name", v.Person.Name()).With(f)
	body := contactsBody{
		Case: casePageOf(frame, v.Header, access.Contacts, today),
		May:  v.May(access.HoldContact, casefile.HoldContact),
		Kinds: form.Options(followup.ContactKinds(), func(k followup.ContactKind) string {
			return frame.Code("followup.contact.", k)
		}),
		Held: heldLines(frame, v.Held),
	}
	body.Heading, body.Light = nextContactLine(frame, v.Case.NextContactOn, today)
	body.Facts = scheduleFacts(frame, v)
	body.NextBy = frame.Text("worker_followup.contacts.next_hint")
	if len(body.Held) == 0 {
		body.Empty = &layout.Empty{Title: frame.Text("worker_followup.contacts.none"), Text: frame.Text("worker_followup.contacts.none_help")}
	}
	return layout.Render(w, r, "worker/contacts", layout.Page[contactsBody]{Frame: frame, Body: body})
}

// nextContactLine says when contact is due, and in what tone.
func nextContactLine(f layout.Frame, next *period.Day, today period.Day) (string, layout.Tone) {
	if next == nil {
		return f.Text("worker_followup.contacts.nothing_due"), layout.Plain
	}
	late := followup.Due{On: *next}.Overdue(today)
	switch {
	case late > 0:
		return f.Text("worker_followup.contacts.overdue", "Day", f.LongDay(*next), "Count", late), layout.Ask
	case late == 0 && *next == today:
		return f.Text("worker_followup.contacts.today"), layout.Ask
	}
	return f.Text("worker_followup.contacts.due", "Day", f.LongDay(*next)), layout.Good
}

func scheduleFacts(f layout.Frame, v casework.Contacts) []layout.Fact {
	var facts []layout.Fact
	if due := v.Rule; due != nil {
		facts = append(facts, layout.Fact{Label: f.Text("worker_followup.contacts.pace"), Value: f.Code("followup.pace.", due.Pace)})
		if due.Last != nil {
			facts = append(facts, layout.Fact{Label: f.Text("worker_followup.contacts.last"), Value: f.ShortDay(*due.Last)})
		}
	}
	if v.Review != nil {
		facts = append(facts, layout.Fact{Label: f.Text("worker_followup.contacts.review"), Value: f.Day(*v.Review)})
	}
	return facts
}

func heldLines(f layout.Frame, held []casework.Contact) []layout.Event {
	lines := make([]layout.Event, len(held))
	for i, c := range held {
		line := layout.Event{
			When: f.ShortDay(c.On), Stamp: c.On.String(), Tone: layout.Good,
			Text: f.Text("worker_followup.contacts.line", "Kind", f.Code("followup.contact.", c.Kind), "By", c.ByName), Detail: c.Note,
		}
		switch {
		case !c.Reached:
			line.Tone, line.Text = layout.Ask, f.Text("worker_followup.contacts.line_missed", "Kind", f.Code("followup.contact.", c.Kind), "By", c.ByName)
		case c.DueOn != nil && c.On > *c.DueOn:
			line.When = f.Text("worker_followup.contacts.late", "Day", f.ShortDay(c.On), "Count", int(c.On-*c.DueOn))
		}
		lines[i] = line
	}
	return lines
}
