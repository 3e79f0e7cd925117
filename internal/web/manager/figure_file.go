package manager

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/law"
	"fotfaste/internal/web/layout"
)

// figureFile is the numbers of one figure as a file.
func (p *Pages) figureFile(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	v, err := p.office.SeeFigures(r.Context(), actor)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "manager.home.title")
	cards, err := cardsOf(frame, v)
	if err != nil {
		return err
	}
	sheets := []layout.Sheet{loadsSheet(frame, v), changedSheet(frame, v)}
	for _, c := range cards {
		sheets = append(sheets, c.Sheet)
	}
	for _, s := range sheets {
		if r.PathValue("file") == s.Name+".csv" {
			return layout.File(w, frame.Printer, s)
		}
	}
	return fault.New(fault.NotFound, "fault.not_found")
}

func loadsSheet(f layout.Frame, v casework.Figures) layout.Sheet {
	s := layout.Sheet{Name: "caseload", Columns: []string{f.Text("manager.loads.who"), f.Text("manager.loads.cases"), f.Text("manager.loads.limit")}}
	limit := any(v.Limit)
	if v.Unknown.Has(law.CaseloadLimit) {
		limit = "" // what is not known is no nought
	}
	for _, l := range v.Loads {
		s.Rows = append(s.Rows, []any{l.Name, l.Cases, limit})
	}
	return s
}

func changedSheet(f layout.Frame, v casework.Figures) layout.Sheet {
	s := layout.Sheet{Name: "changes", Columns: []string{f.Text("manager.changed.number"), f.Text("manager.changed.day"),
		f.Text("manager.changed.from"), f.Text("manager.changed.to"), f.Text("manager.changed.reason")}}
	for _, c := range v.Changed {
		s.Rows = append(s.Rows, []any{c.Number, c.On, c.From, c.To, c.Reason})
	}
	return s
}
