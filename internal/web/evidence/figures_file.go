package evidence

import (
	"net/http"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/web/layout"
)

// figuresFile is the cards that are shown, as a file: a line for each figure, and one for
// a card without any.
func (p *Pages) figuresFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeEvidence(r.Context(), actor)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "evidence.title")
	s := layout.Sheet{Name: f.Text("evidence.filename")}
	for _, key := range []string{"evidence.column.name", "evidence.column.grade", "evidence.column.theme", "evidence.column.comparison", "evidence.finding",
		"evidence.judgement", "evidence.population", "evidence.figures.what", "evidence.file.figure", "evidence.file.to", "evidence.file.compared", "evidence.file.unit", "evidence.studies", "evidence.source",
		"evidence.file.here", "evidence.file.free"} {
		s.Columns = append(s.Columns, f.Text(key))
	}
	for _, c := range readView(layout.ReadForm(r)).of(f, v.Cards) {
		about := []any{f.Fault(c.Name()), f.Code("catalogue.grade.", c.Grade), f.Code("catalogue.theme.", c.Theme),
			f.Code("catalogue.comparison.", c.Comparison), f.Fault(c.Finding()), f.Fault(c.Judgement()), f.Fault(c.Population())}
		from := []any{f.List(c.Studies), f.Fault(c.Source()), len(c.Like), c.Free}
		for _, m := range c.Figures {
			unit := f.Text("evidence.file.percent")
			if m.Points {
				unit = f.Text("evidence.file.points")
			}
			s.Rows = append(s.Rows, slices.Concat(about, []any{f.Fault(c.Says(m)), m.Percent, given(m.To), given(m.Compared), unit}, from))
		}
		if len(c.Figures) == 0 {
			s.Rows = append(s.Rows, slices.Concat(about, []any{f.Text("evidence.figures.none"), "", "", "", ""}, from))
		}
	}
	return layout.File(w, f.Printer, s)
}

// given is a number, and nothing where the source gives none.
func given(n int) any {
	if n == 0 {
		return ""
	}
	return n
}
