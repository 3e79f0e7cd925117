package worker

import (
	"encoding/base64"
	"errors"
	"io"
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/household/registerfile"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type registerFileBody struct {
	Case    casePage
	Heading string
	Lead    string
	Notes   []string // what was met in the file and taken as it was meant
	Again   *layout.Notice
	Wrong   []string // every line that cannot be right
	Table   *layout.Table
	Name    string
	Content string // of the file that was looked at, for taking it
	Send    string // "" where there is nothing to take
	Field   form.Field
	Back    layout.Action
}

// registerFileShow asks for the file.
func (p *Pages) registerFileShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showRegisterFile(w, r, actor, id, layout.BlankForm(r), nil)
}

// registerFile shows what a file would bring, and takes it once it has been seen.
func (p *Pages) registerFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	in, wrong := uploadedRegister(r)
	f := layout.ReadForm(r)
	if wrong != nil {
		f.Take(wrong)
		return p.showRegisterFile(w, r, actor, id, f, nil)
	}
	in.Token = f.Once()
	if !f.Yes("take") {
		return p.showRegisterFile(w, r, actor, id, f, &in)
	}
	taken, err := p.office.TakeRegisterFile(r.Context(), actor, id, in)
	switch {
	case fault.CodeOf(err) == fault.Invalid:
		return p.showRegisterFile(w, r, actor, id, f, &in) // it says again what is wrong
	case err != nil:
		return layout.Onward(err, casePath(id, "household"))
	}
	return layout.Done(w, r, casePath(id, "household"), "household_page.file_taken", "Count", taken)
}

// envelope is room for the other fields of the form.
const envelope = 1 << 14

// uploadedRegister is the file that was chosen, or the one that has been looked at.
// Invalid, beside the field, where there is none.
func uploadedRegister(r *http.Request) (casework.RegisterFile, error) {
	choose := func(cause error) error {
		var fields fault.Fields
		fields.Add("file", "household_page.file_choose")
		return errors.Join(fields.Err(), cause)
	}
	if err := r.ParseMultipartForm(2*registerfile.LargestFile + envelope); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return casework.RegisterFile{}, choose(err)
	}
	if kept := r.PostFormValue("content"); kept != "" {
		content, err := base64.StdEncoding.DecodeString(kept)
		if err != nil {
			return casework.RegisterFile{}, choose(err)
		}
		return casework.RegisterFile{Name: r.PostFormValue("name"), Content: content}, nil
	}
	file, chosen, err := r.FormFile("file")
	if err != nil || chosen.Filename == "" {
		return casework.RegisterFile{}, choose(err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, registerfile.LargestFile+1)) // one more than is read, so that it is refused
	if err != nil {
		return casework.RegisterFile{}, choose(err)
	}
	return casework.RegisterFile{Name: chosen.Filename, Content: content}, nil
}

func (p *Pages) showRegisterFile(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form, in *casework.RegisterFile) error {
	var v casework.RegisterPreview
	var refused *fault.Error
	if in != nil {
		var err error
		v, err = p.office.PreviewRegisterFile(r.Context(), actor, id, *in)
		if errors.As(err, &refused) && refused.Code == fault.Invalid {
			in = nil
			beside := fault.Fields{{Name: "file", Text: refused.Text}}
			if len(refused.Fields) > 0 {
				beside = refused.Fields[:1]
			}
			f.Take(beside.Err())
		} else if err != nil {
			return layout.Onward(err, casePath(id, "household"))
		}
	}
	seen, err := p.office.SeeHousehold(r.Context(), actor, id, 0)
	if err != nil {
		return err
	}
	if !seen.Acts[access.TakeRegisterFile] {
		return fault.New(fault.NotAllowed, "access.role")
	}
	frame := layout.FrameOf(r, "household_page.file_title", "Name", seen.Person.Name()).With(f)
	body := registerFileBody{
		Case:    casePageOf(frame, seen.Header, access.Household, clock.Today(p.office.Clock)),
		Heading: frame.Text("household_page.file_heading"), Lead: frame.Text("household_page.file_lead"),
		Field: f.FileField("file", "household_page.file_field"),
		Back:  layout.Action{Text: frame.Text("household_page.back"), Href: casePath(id, "household")},
	}
	if refused != nil {
		for _, field := range refused.Fields {
			body.Wrong = append(body.Wrong, frame.Fault(field.Text))
		}
	}
	if in != nil {
		body.preview(frame, v, *in)
	}
	return layout.Render(w, r, "worker/register_file", layout.Page[registerFileBody]{Frame: frame, Body: body})
}

// preview says what the file would bring.
func (b *registerFileBody) preview(f layout.Frame, v casework.RegisterPreview, in casework.RegisterFile) {
	b.Heading = f.Text("household_page.file_seen", "Count", len(v.Rows))
	b.Lead = f.Text("household_page.file_fresh", "Count", v.Fresh)
	for _, n := range []struct {
		met  bool
		key  string
		many int
	}{{v.Form.Semicolons, "household_page.note.semicolons", 0}, {v.Form.ByteOrderMark, "household_page.note.byte_order_mark", 0},
		{v.Form.DecimalCommas, "household_page.note.decimal_commas", 0}, {v.Form.Blank > 0, "household_page.note.blank", v.Form.Blank},
		{v.Form.Duplicates > 0, "household_page.note.duplicates", v.Form.Duplicates}} {
		if n.met {
			b.Notes = append(b.Notes, f.Text(n.key, "Count", n.many))
		}
	}
	if v.Again != nil {
		b.Again = &layout.Notice{Text: f.Text("register.again", "At", v.Again.At, "By", v.Again.By), Tone: layout.Ask}
	} else if v.Fresh > 0 {
		b.Send = f.Text("household_page.file_take", "Count", v.Fresh)
	}
	b.Name, b.Content = in.Name, base64.StdEncoding.EncodeToString(in.Content)
	table := layout.Table{Caption: b.Heading, Hide: true, Stack: true, Columns: []layout.Column{{Text: f.Text("household_page.what")},
		{Text: f.Text("household_page.file_line"), Number: true}, {Text: f.Text("household_page.holds")},
		{Text: f.Text("household_page.amount"), Number: true}, {Text: f.Text("household_page.file_means")}}}
	for _, row := range v.Rows {
		means := layout.Cell{Text: f.Text("household_page.file_new"), Tone: layout.Good}
		if row.Known {
			means = layout.Cell{Text: f.Text("household_page.file_known")}
		}
		if row.Differ != nil {
			means.Tone = layout.Ask
			means.Detail = f.Text("household_page.file_differs", "By", f.Code("household.by.", row.Differ.Provenance),
				"Value", layout.HouseholdValue(f.Printer, *row.Differ))
		}
		table.Rows = append(table.Rows, layout.Row{Cells: []layout.Cell{{Text: layout.HouseholdWhat(f.Printer, row.Statement)},
			{Text: f.Number(int64(row.Line))}, {Text: layout.HouseholdMonths(f.Printer, row.Statement)},
			{Text: layout.HouseholdValue(f.Printer, row.Statement)}, means}})
	}
	table = layout.NewTable(table)
	b.Table = &table
}
