package participant

import (
	"net/http"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/journal"
	"fotfaste/internal/web/layout"
)

type readersBody struct {
	Head  layout.Head
	Lines []layout.Event
	Empty layout.Empty
	Pages *layout.Pages
	More  bool // the journal has older ones than are listed
}

// readingsOnAPage is how many lines a page of the list has.
const readingsOnAPage = 25

// readers is who has done, read and been refused what in the participant's case, and
// why they could.
func (p *Pages) readers(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeMyReaders(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	page, given := f.IntIfAny("page", 1, 10_000)
	if !given {
		page = 1
	}
	from := min((page-1)*readingsOnAPage, len(v.Readings))
	to := min(from+readingsOnAPage, len(v.Readings))
	frame := layout.FrameOf(r, "participant_rooms.readers.title").Alone()
	body := readersBody{
		Head: layout.Head{Title: frame.Text("participant_rooms.readers.heading"), Lead: frame.Text("participant_rooms.readers.lead"),
			Actions: []layout.Action{{Text: frame.Text("participant_rooms.readers.consents"), Href: "/me/consents"}}},
		Lines: readingLines(frame, v.Readings[from:to]), More: v.More && to == len(v.Readings),
		Pages: layout.PagesOf(frame.Printer, "/me/readers", nil, page, readingsOnAPage, len(v.Readings)),
		Empty: layout.Empty{Title: frame.Text("participant_rooms.readers.none"), Text: frame.Text("participant_rooms.readers.none_help")},
	}
	return layout.Render(w, r, "participant/readers", layout.Page[readersBody]{Frame: frame, Body: body})
}

// readingLines are the readings in plain sentences: who, what, how many times that
// day, and why they could or could not.
func readingLines(f layout.Frame, all []casework.Reading) []layout.Event {
	lines := make([]layout.Event, len(all))
	for i, one := range all {
		who := one.Name
		if one.Organisation != "" {
			who = f.Text("participant_rooms.readers.who", "Name", one.Name, "Organisation", one.Organisation)
		}
		line := layout.Event{When: f.Day(clock.DayOf(one.Last)), Stamp: one.Last.UTC().Format(time.RFC3339),
			Text: f.Text("participant_rooms.readers.line", "Who", who, "What", f.Code("act.", one.Act)), Detail: why(f, one)}
		if one.Times > 1 {
			line.Text = f.Text("participant_rooms.readers.times", "Who", who, "What", f.Code("act.", one.Act), "Count", one.Times)
		}
		switch one.Kind {
		case journal.Refusal:
			line.Tone = layout.Wrong
			line.Text = f.Text("participant_rooms.readers.refused", "Who", who, "What", f.Code("act.", one.Act))
		case journal.Act:
			line.Tone = layout.Good
		}
		lines[i] = line
	}
	return lines
}

// why is the ground in words. A refusal that the work itself made has its reason
// elsewhere and is told as a refusal of the role.
func why(f layout.Frame, one casework.Reading) string {
	if f.Has("ground." + one.Ground) {
		return f.Text("ground." + one.Ground)
	}
	return f.Text("participant_rooms.readers.by_rule")
}
