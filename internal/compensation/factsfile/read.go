package factsfile

import (
	"slices"
	"strings"

	"fotfaste/internal/attendance"
	"fotfaste/internal/jsonfile"
	"fotfaste/internal/period"
)

// Read is the facts in the file. What is wrong comes as one *fault.Error of the code
// Invalid: with a field for each wrong thing, named by its path (children[1].from), or
// without fields where the file as a whole is none. Every text has the Line, but for a
// file that is empty or too large.
func Read(file []byte) (File, error) {
	root, err := jsonfile.Parse(file, LargestFile)
	if err != nil {
		return File{}, err
	}
	var r reading
	read := r.file(root)
	if err := r.Wrong.Err(); err != nil {
		return File{}, err
	}
	return read, nil
}

// reading gathers what is wrong with a file while it is read.
type reading struct{ jsonfile.Reading }

// required is the field, which must be there and be a text.
func (r *reading) required(path string, of jsonfile.Node, fields map[string]jsonfile.Node, name string) (jsonfile.Node, bool) {
	if !r.Needs(path, of, fields, name) {
		return jsonfile.Node{}, false
	}
	n := fields[name]
	return n, r.Is(jsonfile.Join(path, name), n, jsonfile.Text)
}

func (r *reading) day(path string, of jsonfile.Node, fields map[string]jsonfile.Node, name string) (day period.Day, ok bool) {
	if !r.Needs(path, of, fields, name) {
		return day, false
	}
	return r.DayAt(path, fields, name)
}

func (r *reading) span(path string, of jsonfile.Node, fields map[string]jsonfile.Node) (period.Span, bool) {
	from, ok1 := r.day(path, of, fields, "from")
	to, ok2 := r.day(path, of, fields, "to")
	if !ok1 || !ok2 {
		return period.Span{}, false
	}
	span, err := period.NewSpan(from, to)
	if err != nil {
		r.No(jsonfile.Join(path, "to"), fields["to"].Line, "calc.facts.backwards", "From", from)
		return period.Span{}, false
	}
	return span, true
}

func (r *reading) file(root jsonfile.Node) File {
	const top = "" // the path of the whole file
	fields := r.Object(top, root, "decision", "decisions", "children", "attendance")
	if fields == nil {
		return File{}
	}
	var read File
	var sure bool
	read.Decisions, sure = r.decisions(root, fields)
	if n, there := fields["children"]; there && r.periods("children", n) {
		read.Children, read.Twins = r.children(n)
	}
	if n, there := fields["attendance"]; there && r.Is("attendance", n, jsonfile.List) {
		// Where a decision could not be read, the days it covers are not known.
		read.Attendance = r.attendance(n, read.Decisions, sure)
	}
	return read
}

// periods tells whether the node is a list that may be one of periods.
func (r *reading) periods(path string, n jsonfile.Node) bool {
	if !r.Is(path, n, jsonfile.List) {
		return false
	}
	if len(n.Items) > mostPeriods {
		r.No(path, n.Line, "calc.facts.too_many_periods", "Most", mostPeriods)
		return false
	}
	return true
}

// decisions are those under either name; sure where all could be read.
func (r *reading) decisions(root jsonfile.Node, fields map[string]jsonfile.Node) (decisions []period.Span, sure bool) {
	one, single := fields["decision"]
	several, many := fields["decisions"]
	var paths []string
	var nodes []jsonfile.Node
	switch {
	case single && many:
		r.No("decisions", several.Line, "calc.facts.decision_and_decisions")
		return nil, false
	case single:
		paths, nodes = []string{"decision"}, []jsonfile.Node{one}
	case many && !r.periods("decisions", several):
		return nil, false
	case many:
		for i, n := range several.Items {
			paths, nodes = append(paths, jsonfile.Item("decisions", i)), append(nodes, n)
		}
	}
	if len(nodes) == 0 {
		r.No("decision", root.Line, "calc.facts.no_decision")
		return nil, false
	}
	sure = true
	var read []string // the paths of decisions
	for i, n := range nodes {
		span, ok := r.span(paths[i], n, r.Object(paths[i], n, "from", "to"))
		if !ok {
			sure = false
			continue
		}
		if span.To >= span.From.AddYears(LongestDecision) {
			r.No(jsonfile.Join(paths[i], "to"), n.Line, "calc.facts.decision_too_long", "Years", LongestDecision)
		}
		for j, before := range decisions {
			if common, both := before.Intersect(span); both {
				r.No(paths[i], n.Line, "calc.facts.two_decisions", "Common", common, "Other", read[j])
			}
		}
		decisions, read = append(decisions, span), append(read, paths[i])
	}
	return decisions, sure
}

func (r *reading) attendance(all jsonfile.Node, decisions []period.Span, sure bool) map[period.Day]attendance.Status {
	read := map[period.Day]attendance.Status{}
	paths := map[period.Day]string{}
	for i, n := range all.Items {
		path := jsonfile.Item("attendance", i)
		fields := r.Object(path, n, "date", "status")
		day, dayFine := r.day(path, n, fields, "date")
		said, statusFine := r.required(path, n, fields, "status")
		status := attendance.Status(said.Text)
		if statusFine && !status.IsValid() {
			r.No(jsonfile.Join(path, "status"), said.Line, "calc.facts.status_unknown", "Known", statuses())
		}
		if !dayFine {
			continue
		}
		line := fields["date"].Line
		within := slices.ContainsFunc(decisions, func(s period.Span) bool { return s.Contains(day) })
		switch {
		case paths[day] != "":
			r.No(jsonfile.Join(path, "date"), line, "calc.facts.day_twice", "On", day, "Other", paths[day])
			continue
		case sure && !within:
			r.No(jsonfile.Join(path, "date"), line, "calc.facts.outside_decisions", "On", day)
		}
		read[day], paths[day] = status, path
	}
	return read
}

func statuses() string {
	var words []string
	for _, s := range attendance.Statuses() {
		words = append(words, s.String())
	}
	return strings.Join(words, ", ")
}
