package factsfile

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"fotfaste/internal/attendance"
	"fotfaste/internal/compensation"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Read is the facts in the file. What is wrong comes as one *fault.Error of the code
// Invalid: with a field for each wrong thing, named by its path (children[1].from), or
// without fields where the file as a whole is none. Every text has the Line, but for a
// file that is empty or too large.
func Read(file []byte) (File, error) {
	root, err := parse(file)
	if err != nil {
		return File{}, err
	}
	var r reading
	read := r.file(root)
	if err := r.wrong.Err(); err != nil {
		return File{}, err
	}
	return read, nil
}

// reading gathers what is wrong with a file while it is read.
type reading struct{ wrong fault.Fields }

// mostFaults is how many are told; nobody reads more.
const mostFaults = 100

func (r *reading) no(path string, line int, key string, pairs ...any) {
	if len(r.wrong) < mostFaults {
		r.wrong.Add(path, key, append(pairs, "Line", line)...)
	}
}

// is tells whether the node is of the kind, and says so where it is not.
func (r *reading) is(path string, n node, want kind) bool {
	if n.kind == want {
		return true
	}
	switch want {
	case object:
		r.no(path, n.line, "calc.facts.not_an_object")
	case list:
		r.no(path, n.line, "calc.facts.not_a_list")
	default:
		r.no(path, n.line, "calc.facts.not_a_text")
	}
	return false
}

// object is the fields by name. Each is one of the known, and there once.
func (r *reading) object(path string, n node, known ...string) map[string]node {
	if !r.is(path, n, object) {
		return nil
	}
	fields := make(map[string]node, len(n.fields))
	for _, f := range n.fields {
		_, before := fields[f.name]
		switch {
		case !slices.Contains(known, f.name):
			r.no(join(path, f.name), f.line, "calc.facts.unknown_field", "Known", strings.Join(known, ", "))
		case before:
			r.no(join(path, f.name), f.line, "calc.facts.field_twice")
		}
		fields[f.name] = f.value
	}
	return fields
}

// plainName is a field's name that can stand in a path as it is.
var plainName = regexp.MustCompile(`^\w{1,40}$`)

func join(path, name string) string {
	if !plainName.MatchString(name) {
		name = fmt.Sprintf("%.40q", name)
	}
	if path == "" {
		return name
	}
	return path + "." + name
}

// required is the field, which must be there and be a text.
func (r *reading) required(path string, of node, fields map[string]node, name string) (node, bool) {
	n, there := fields[name]
	if !there {
		if fields != nil { // else it has been said that it is no object
			r.no(join(path, name), of.line, "calc.facts.missing")
		}
		return node{}, false
	}
	return n, r.is(join(path, name), n, text)
}

func (r *reading) day(path string, of node, fields map[string]node, name string) (day period.Day, ok bool) {
	n, ok := r.required(path, of, fields, name)
	if !ok {
		return day, false
	}
	day, err := period.ParseDay(n.text)
	if err != nil {
		r.no(join(path, name), n.line, "calc.facts.not_a_day")
		return day, false
	}
	return day, true
}

func (r *reading) span(path string, of node, fields map[string]node) (period.Span, bool) {
	from, ok1 := r.day(path, of, fields, "from")
	to, ok2 := r.day(path, of, fields, "to")
	if !ok1 || !ok2 {
		return period.Span{}, false
	}
	span, err := period.NewSpan(from, to)
	if err != nil {
		r.no(join(path, "to"), fields["to"].line, "calc.facts.backwards", "From", from)
		return period.Span{}, false
	}
	return span, true
}

func (r *reading) file(root node) File {
	const top = "" // the path of the whole file
	fields := r.object(top, root, "decision", "decisions", "children", "attendance")
	if fields == nil {
		return File{}
	}
	var read File
	var sure bool
	read.Decisions, sure = r.decisions(root, fields)
	if n, there := fields["children"]; there && r.periods("children", n) {
		read.Children = r.children(n)
	}
	if n, there := fields["attendance"]; there && r.is("attendance", n, list) {
		// Where a decision could not be read, the days it covers are not known.
		read.Attendance = r.attendance(n, read.Decisions, sure)
	}
	return read
}

// periods tells whether the node is a list that may be one of periods.
func (r *reading) periods(path string, n node) bool {
	if !r.is(path, n, list) {
		return false
	}
	if len(n.items) > mostPeriods {
		r.no(path, n.line, "calc.facts.too_many_periods", "Most", mostPeriods)
		return false
	}
	return true
}

// decisions are those under either name; sure where all could be read.
func (r *reading) decisions(root node, fields map[string]node) (decisions []period.Span, sure bool) {
	one, single := fields["decision"]
	several, many := fields["decisions"]
	var paths []string
	var nodes []node
	switch {
	case single && many:
		r.no("decisions", several.line, "calc.facts.decision_and_decisions")
		return nil, false
	case single:
		paths, nodes = []string{"decision"}, []node{one}
	case many && !r.periods("decisions", several):
		return nil, false
	case many:
		for i, n := range several.items {
			paths, nodes = append(paths, item("decisions", i)), append(nodes, n)
		}
	}
	if len(nodes) == 0 {
		r.no("decision", root.line, "calc.facts.no_decision")
		return nil, false
	}
	sure = true
	var read []string // the paths of decisions
	for i, n := range nodes {
		span, ok := r.span(paths[i], n, r.object(paths[i], n, "from", "to"))
		if !ok {
			sure = false
			continue
		}
		if span.To >= span.From.AddYears(LongestDecision) {
			r.no(join(paths[i], "to"), n.line, "calc.facts.decision_too_long", "Years", LongestDecision)
		}
		for j, before := range decisions {
			if common, both := before.Intersect(span); both {
				r.no(paths[i], n.line, "calc.facts.two_decisions", "Common", common, "Other", read[j])
			}
		}
		decisions, read = append(decisions, span), append(read, paths[i])
	}
	return decisions, sure
}

func (r *reading) children(all node) []compensation.Child {
	var read []compensation.Child
	var nodes []node   // of read
	var paths []string // of read
	for i, n := range all.items {
		path := item("children", i)
		fields := r.object(path, n, "child", "from", "to")
		var child compensation.Child
		if _, named := fields["child"]; named {
			name, ok := r.required(path, n, fields, "child")
			if ok && (name.text == "" || len(name.text) > longestChildName) {
				r.no(join(path, "child"), name.line, "calc.facts.child_name", "Most", longestChildName)
			}
			child.ID = ident.ID(name.text)
		}
		days, ok := r.span(path, n, fields)
		if !ok {
			continue
		}
		child.Days = days
		read, nodes, paths = append(read, child), append(nodes, n), append(paths, path)
	}
	for i, child := range read {
		begins := child.Days.From
		for j, other := range read {
			if child.ID == "" || child.ID != other.ID {
				continue
			}
			begins = min(begins, other.Days.From)
			if common, both := other.Days.Intersect(child.Days); both && j < i {
				r.no(paths[i], nodes[i].line, "calc.facts.child_twice", "Common", common, "Other", paths[j])
			}
		}
		// A child counts until it is of age, whenever its days begin.
		if last := (person.Child{Birth: begins}).LastDayAsMinor(); child.Days.To > last {
			r.no(join(paths[i], "to"), nodes[i].line, "calc.facts.child_of_age", "Last", last)
		}
	}
	if many := countChildren(read); many > MostChildren {
		r.no("children", all.line, "calc.facts.too_many_children", "Most", MostChildren)
	}
	return read
}

func countChildren(periods []compensation.Child) int {
	named := map[ident.ID]bool{}
	count := 0
	for _, p := range periods {
		if p.ID == "" || !named[p.ID] {
			count++
		}
		named[p.ID] = true
	}
	return count
}

func (r *reading) attendance(all node, decisions []period.Span, sure bool) map[period.Day]attendance.Status {
	read := map[period.Day]attendance.Status{}
	paths := map[period.Day]string{}
	for i, n := range all.items {
		path := item("attendance", i)
		fields := r.object(path, n, "date", "status")
		day, dayFine := r.day(path, n, fields, "date")
		said, statusFine := r.required(path, n, fields, "status")
		status := attendance.Status(said.text)
		if statusFine && !status.IsValid() {
			r.no(join(path, "status"), said.line, "calc.facts.status_unknown", "Known", statuses())
		}
		if !dayFine {
			continue
		}
		line := fields["date"].line
		within := slices.ContainsFunc(decisions, func(s period.Span) bool { return s.Contains(day) })
		switch {
		case paths[day] != "":
			r.no(join(path, "date"), line, "calc.facts.day_twice", "On", day, "Other", paths[day])
			continue
		case sure && !within:
			r.no(join(path, "date"), line, "calc.facts.outside_decisions", "On", day)
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

func item(path string, i int) string { return fmt.Sprintf("%s[%d]", path, i) }
