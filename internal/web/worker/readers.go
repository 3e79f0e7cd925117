package worker

import (
	"net/http"
	"strings"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/journal"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type readersBody struct {
	Case      casePage
	Heading   string
	Protected bool
	Actions   []layout.Action
	Team      []layout.Person
	Earlier   []layout.Person
	Consents  []string
	Hosts     []string
	Readings  []layout.Event
	More      bool
}

// readers says who can see the case, on which ground, and who has.
func (p *Pages) readers(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeeReaders(r.Context(), actor, id)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "worker_intake.readers.title", "Name", v.Person.Name())
	body := readersBody{
		Case:      casePageOf(frame, v.Header, access.Readers, clock.Today(p.office.Clock)),
		Heading:   frame.Text("worker_intake.readers.heading", "Count", len(v.Team)),
		Protected: v.Person.Protection.Hides(), Team: teamPeople(frame, v.Team), Earlier: teamPeople(frame, v.Earlier), More: v.More,
	}
	if v.Acts[access.NameStaff] {
		body.Actions = append(body.Actions, layout.Action{Text: frame.Text("worker_intake.staff.name"), Href: casePath(id, "staff")})
	}
	if v.May(access.AssignManager, casefile.AssignManager) {
		text := frame.Code("casefile.command.", casefile.AssignManager)
		if !v.Case.Manager.IsZero() {
			text = frame.Text("worker_intake.case_manager.change")
		}
		body.Actions = append(body.Actions, layout.Action{Text: text, Href: casePath(id, "manager")})
	}
	for _, c := range v.Consents {
		body.Consents = append(body.Consents, frame.Text("worker_intake.readers.consent",
			"Organisation", c.Organisation, "Part", frame.Code("case_part.", c.Part), "Until", c.Until))
	}
	for _, host := range v.Hosts {
		body.Hosts = append(body.Hosts, frame.Text("worker_intake.readers.host", "Organisation", host))
	}
	for _, read := range v.Readings {
		body.Readings = append(body.Readings, readingLine(frame, read))
	}
	return layout.Render(w, r, "worker/readers", layout.Page[readersBody]{Frame: frame, Body: body})
}

func teamPeople(f layout.Frame, members []casefile.Member) []layout.Person {
	people := make([]layout.Person, len(members))
	for i, m := range members {
		people[i] = layout.Person{Initials: initials(m.AccountName), Name: m.AccountName, Detail: memberDetail(f, m)}
	}
	return people
}

// readingLine is one line of who has read, as a sentence.
func readingLine(f layout.Frame, r casework.Reading) layout.Event {
	line := layout.Event{When: f.Instant(r.Last), Stamp: r.Last.Format(time.RFC3339)}
	did := f.Code("act.", r.Act)
	who := []string{f.Code("role.", r.Role)}
	if r.Organisation != "" {
		who = append(who, r.Organisation)
	}
	switch {
	case r.Kind == journal.Refusal:
		line.Text, line.Tone = f.Text("worker_intake.readers.refused", "Name", r.Name, "What", did), layout.Wrong
	default:
		line.Text = f.Text("worker_intake.readers.did", "Name", r.Name, "What", did)
		who = append(who, f.Code("worker_intake.readers.ground.", r.Ground))
	}
	if r.Times > 1 {
		who = append(who, f.Text("worker_intake.readers.times", "Count", r.Times))
	}
	line.Detail = strings.Join(who, " · ")
	return line
}
