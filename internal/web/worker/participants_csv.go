package worker

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/web/layout"
)

// participantsCSV is the case manager's list as a file, in the same order and with the
// same words.
func (p *Pages) participantsCSV(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	if actor.Role != access.CaseManager {
		return fault.New(fault.NotAllowed, "access.role")
	}
	v, err := p.office.SeeMyDay(r.Context(), actor, 1)
	if err != nil {
		return err
	}
	f := layout.FrameOf(r, "worker.home.title")
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="`+f.Text("worker_home.filename")+`.csv"`)
	return writeParticipants(w, f, filtered(v.Lines, r.FormValue("show")))
}

// writeParticipants writes the lines so that a spreadsheet in the reader's language
// opens them: a byte order mark, and semicolons where the comma is in the numbers.
func writeParticipants(w http.ResponseWriter, f layout.Frame, lines []casework.CaseLine) error {
	if _, err := w.Write([]byte("\ufeff")); err != nil {
		return nil // the reader went away
	}
	out := csv.NewWriter(w)
	if f.Tag() == "sv" {
		out.Comma = ';'
	}
	rows := [][]string{{f.Text("worker_home.file.number"), f.Text("worker.column.name"), f.Text("worker.column.state"),
		f.Text("worker.column.step"), f.Text("worker_home.file.planned"), f.Text("worker_home.file.ability"),
		f.Text("worker.column.next_contact"), f.Text("worker_home.column.why")}}
	for _, l := range lines {
		step, ability, contact := "", "", ""
		if l.Case.LadderStep > 0 {
			step = strconv.Itoa(l.Case.LadderStep)
		}
		if l.Case.IsAssessed() {
			ability = strconv.Itoa(l.Case.AbilityHours)
		}
		if l.Case.NextContactOn != nil {
			contact = l.Case.NextContactOn.String()
		}
		why := make([]string, len(l.Needs))
		for i, n := range l.Needs {
			why[i] = needText(f, n)
		}
		rows = append(rows, []string{l.Case.Number, harmless(l.Name), f.Code("casefile.state.", l.Case.State), step,
			strconv.Itoa(l.Case.PlannedHours), ability, contact, strings.Join(why, ". ")})
	}
	if err := out.WriteAll(rows); err != nil {
		return nil // the reader went away
	}
	return nil
}

// harmless keeps a spreadsheet from taking a name for a formula.
func harmless(text string) string {
	if strings.ContainsAny(text[:min(1, len(text))], "=+-@\t\r") {
		return "'" + text
	}
	return text
}
