package admin

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/journal"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type journalBody struct {
	Head    layout.Head
	Verdict *layout.Notice // what checking the chain came to
	Kinds   []form.Option
	Entries layout.Table
	Older   *layout.Action
	Newest  *layout.Action
	File    string
}

// entriesOnAPage is how many entries a page shows, entriesInFile how many a file holds.
const (
	entriesOnAPage = 50
	entriesInFile  = 10_000
)

var journalKinds = []journal.Kind{journal.Act, journal.Read, journal.Refusal}

// journal is the newest entries of what is looked for.
func (p *Pages) journal(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showJournal(w, r, actor, layout.ReadForm(r), nil)
}

// verify checks the chain and says how many entries were whole, or which is not.
func (p *Pages) verify(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.VerifyJournal(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.PrinterOf(r)
	verdict := &layout.Notice{Title: f.Text("audit.whole"), Text: f.Text("audit.whole_text", "Count", int(v.Whole)), Tone: layout.Good}
	if v.Broken != nil {
		verdict = &layout.Notice{Title: f.Text("audit.broken", "Entry", v.Broken.Seq), Tone: layout.Wrong,
			Text: f.Text("audit.broken_text", "Flaw", f.Code("audit.flaw.", v.Broken.Flaw), "Whole", v.Whole)}
	}
	return p.showJournal(w, r, actor, layout.BlankForm(r), verdict)
}

// readJournalQuery is what is looked for, as typed.
func readJournalQuery(f *form.Form) casework.JournalQuery {
	kinds := make([]string, len(journalKinds))
	for i, k := range journalKinds {
		kinds[i] = string(k)
	}
	q := casework.JournalQuery{
		CaseNumber: f.Text("case", 0, 20), Account: f.Text("account", 0, 100),
		Kind: journal.Kind(f.ChoiceIfAny("kind", kinds...)), Limit: entriesOnAPage,
	}
	if day, given := f.DayIfAny("from"); given {
		q.From = &day
	}
	if day, given := f.DayIfAny("to"); given {
		q.To = &day
	}
	if before, err := strconv.ParseInt(f.Raw("before"), 10, 64); err == nil && before > 0 {
		q.Before = before
	}
	return q
}

func (p *Pages) showJournal(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form, verdict *layout.Notice) error {
	query := readJournalQuery(f)
	var lines []casework.JournalLine
	more := false
	err := f.Err()
	if err == nil {
		lines, more, err = p.office.ReadJournal(r.Context(), actor, query)
	}
	if err != nil && !f.Take(err) {
		return err
	}
	frame := layout.FrameOf(r, "audit.title").With(f)
	sought := f.Query()
	sought.Del("before")
	body := journalBody{
		Head:    layout.Head{Title: frame.Text("audit.heading"), Lead: frame.Text("audit.lead")},
		Verdict: verdict,
		Kinds:   form.Options(journalKinds, func(k journal.Kind) string { return frame.Code("audit.kind.", k) }),
		Entries: entryTable(frame, lines),
		File:    "/audit/file?" + sought.Encode(),
	}
	if more {
		body.Older = &layout.Action{Text: frame.Text("audit.older"), Href: "/audit?" + withBefore(sought, lines[len(lines)-1].Seq)}
	}
	if query.Before > 0 {
		body.Newest = &layout.Action{Text: frame.Text("audit.newest"), Href: "/audit?" + sought.Encode()}
	}
	return layout.Render(w, r, "admin/journal", layout.Page[journalBody]{Frame: frame, Body: body})
}

func withBefore(sought url.Values, seq int64) string {
	q := url.Values{"before": {strconv.FormatInt(seq, 10)}}
	for name, values := range sought {
		q[name] = values
	}
	return q.Encode()
}

// who is the name of the one who acted. A participant is told by their role: the
// journal must not be a list of those who take part.
func who(f layout.Frame, e casework.JournalLine) string {
	if access.Role(e.Role) == access.Participant {
		return f.Text("audit.the_participant")
	}
	return e.AccountName
}

// inWords is the text of a code under the prefix, or the code itself where it has none.
func inWords(f layout.Frame, prefix, code string) string {
	if f.Has(prefix + code) {
		return f.Text(prefix + code)
	}
	return code
}

func actWords(f layout.Frame, e casework.JournalLine) string { return inWords(f, "act.", e.Act) }

func groundWords(f layout.Frame, e casework.JournalLine) string {
	return inWords(f, "audit.ground.", strings.TrimPrefix(e.Ground, "access."))
}

func entryTable(f layout.Frame, lines []casework.JournalLine) layout.Table {
	t := layout.Table{
		Caption: f.Text("audit.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("audit.number")}, {Text: f.Text("audit.when")}, {Text: f.Text("audit.who")},
			{Text: f.Text("audit.what")}, {Text: f.Text("audit.ground")}, {Text: f.Text("audit.case")}},
		Empty: &layout.Empty{Title: f.Text("audit.none"), Text: f.Text("audit.none_help")},
	}
	for _, e := range lines {
		tone := layout.Plain
		if e.Kind == journal.Refusal {
			tone = layout.Wrong
		}
		about := layout.Cell{Text: e.CaseNumber}
		if e.CaseNumber != "" {
			about.Href = "/audit?" + url.Values{"case": {e.CaseNumber}}.Encode()
		}
		by := layout.Cell{Text: who(f, e)}
		if e.Organisation != "" {
			by.Detail = f.Text("audit.role_at", "Role", inWords(f, "role.", e.Role), "Office", e.Organisation)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{
			{Text: f.Number(e.Seq)}, {Text: f.Day(clock.DayOf(e.At)), Detail: f.Clock(e.At)}, by,
			{Text: actWords(f, e), Detail: f.Code("audit.kind.", e.Kind), Tone: tone}, {Text: groundWords(f, e)}, about,
		}})
	}
	return layout.NewTable(t)
}

// journalFile is what is looked for as a file, with the hashes that prove it.
func (p *Pages) journalFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	query := readJournalQuery(f)
	query.Limit = entriesInFile
	if err := f.Err(); err != nil {
		return err
	}
	lines, _, err := p.office.ReadJournal(r.Context(), actor, query)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "audit.title")
	s := layout.Sheet{Name: "journal", Columns: []string{frame.Text("audit.number"), frame.Text("audit.when"), frame.Text("audit.kind"),
		frame.Text("audit.who"), frame.Text("audit.role"), frame.Text("audit.office"), frame.Text("audit.what"), frame.Text("audit.ground"),
		frame.Text("audit.case"), frame.Text("audit.detail"), frame.Text("audit.hash")}}
	for _, e := range lines {
		s.Rows = append(s.Rows, []any{int(e.Seq), e.At.UTC().Format("2006-01-02T15:04:05Z"), frame.Code("audit.kind.", e.Kind),
			who(frame, e), inWords(frame, "role.", e.Role), e.Organisation, actWords(frame, e), groundWords(frame, e), e.CaseNumber, e.Detail, e.Hash})
	}
	return layout.File(w, frame.Printer, s)
}
