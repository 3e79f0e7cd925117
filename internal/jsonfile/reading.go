package jsonfile

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Reading gathers what is wrong with a file while its values are taken out.
type Reading struct {
	Wrong fault.Fields
	lines map[string]int // of each path that was read
}

// mostFaults is how many are told; nobody reads more.
const mostFaults = 100

// No says that what stands at the path is wrong. Every text has the Line.
func (r *Reading) No(path string, line int, key string, pairs ...any) {
	if len(r.Wrong) < mostFaults {
		r.Wrong.Add(path, key, append(pairs, "Line", line)...)
	}
}

// LineOf is the line on which the path stands or, where it was left out, the nearest of
// what it would stand in.
func (r *Reading) LineOf(path string) int {
	for {
		if line, read := r.lines[path]; read {
			return line
		}
		at := strings.LastIndexAny(path, ".[")
		if at < 0 {
			return max(1, r.lines[""])
		}
		path = path[:at]
	}
}

// Take adds the faults of a rule that was given the facts, each with the line that its
// path stands on, and returns all that is wrong or nil. Where the form of a value was
// wrong already, the rule judged something else and is not heard.
func (r *Reading) Take(found fault.Fields) error {
	read := r.Wrong
	for _, f := range found {
		if slices.ContainsFunc(read, func(before fault.Field) bool { return within(before.Name, f.Name) }) {
			continue
		}
		args := make([]any, 0, 2*len(f.Text.Args))
		for name, value := range f.Text.Args {
			args = append(args, name, value)
		}
		r.No(f.Name, r.LineOf(f.Name), f.Text.Key, args...)
	}
	return r.Wrong.Err()
}

// within tells whether the path is the outer one or stands in it.
func within(outer, path string) bool {
	rest, in := strings.CutPrefix(path, outer)
	return in && (outer == "" || rest == "" || rest[0] == '.' || rest[0] == '[')
}

func (r *Reading) note(path string, n Node) {
	if r.lines == nil {
		r.lines = map[string]int{}
	}
	r.lines[path] = n.Line
}

// kindKeys say what a value should be.
var kindKeys = map[Kind]string{
	Object: "calc.facts.not_an_object", List: "calc.facts.not_a_list", Text: "calc.facts.not_a_text",
	Number: "calc.facts.not_a_number", YesOrNo: "calc.facts.not_yes_or_no",
}

// Is tells whether the node is of the kind, and says so where it is not.
func (r *Reading) Is(path string, n Node, want Kind) bool {
	r.note(path, n)
	if n.Kind == want {
		return true
	}
	r.No(path, n.Line, kindKeys[want])
	return false
}

// Object is the fields by name, nil where the node is none. Each is one of the known,
// and there once.
func (r *Reading) Object(path string, n Node, known ...string) map[string]Node {
	if !r.Is(path, n, Object) {
		return nil
	}
	fields := make(map[string]Node, len(n.Fields))
	for _, f := range n.Fields {
		_, before := fields[f.Name]
		switch {
		case !slices.Contains(known, f.Name):
			r.No(Join(path, f.Name), f.Line, "calc.facts.unknown_field", "Known", strings.Join(known, ", "))
		case before:
			r.No(Join(path, f.Name), f.Line, "calc.facts.field_twice")
		}
		fields[f.Name] = f.Value
		r.note(Join(path, f.Name), f.Value)
	}
	return fields
}

// plainName is a field's name that can stand in a path as it is.
var plainName = regexp.MustCompile(`^\w{1,40}$`)

// Join is the path of a field.
func Join(path, name string) string {
	if !plainName.MatchString(name) {
		name = fmt.Sprintf("%.40q", name)
	}
	if path == "" {
		return name
	}
	return path + "." + name
}

// Item is the path of one of a list, counted from nothing.
func Item(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// Needs says that the field is missing where it is.
func (r *Reading) Needs(path string, of Node, fields map[string]Node, name string) bool {
	if _, there := fields[name]; there || fields == nil { // nil: it has been said that it is no object
		return there
	}
	r.No(Join(path, name), of.Line, "calc.facts.missing")
	return false
}

// TextAt is the text of the field, false where it is not there or none.
func (r *Reading) TextAt(path string, fields map[string]Node, name string) (string, bool) {
	n, there := fields[name]
	if !there || !r.Is(Join(path, name), n, Text) {
		return "", false
	}
	return n.Text, true
}

// YesAt is the field's yes or no, and the fallback where it is left out.
func (r *Reading) YesAt(path string, fields map[string]Node, name string, fallback bool) bool {
	n, there := fields[name]
	if !there || !r.Is(Join(path, name), n, YesOrNo) {
		return fallback
	}
	return n.Yes
}

// WholeAt is the whole number of the field, false where it is not there or none.
func (r *Reading) WholeAt(path string, fields map[string]Node, name string) (int, bool) {
	n, there := fields[name]
	if !there || !r.Is(Join(path, name), n, Number) {
		return 0, false
	}
	whole, err := strconv.Atoi(n.Text)
	if err != nil {
		r.No(Join(path, name), n.Line, "calc.facts.not_whole")
		return 0, false
	}
	return whole, true
}

// amount is kronor with at most two decimals.
var amount = regexp.MustCompile(`^(-?)(\d{1,12})(?:\.(\d{1,2}))?$`)

// Amount is the value of the node in öre; a number of kronor with at most two decimals.
func (r *Reading) Amount(path string, n Node) (money.Ore, bool) {
	if !r.Is(path, n, Number) {
		return 0, false
	}
	parts := amount.FindStringSubmatch(n.Text)
	if parts == nil {
		r.No(path, n.Line, "calc.facts.not_an_amount")
		return 0, false
	}
	ore, _ := strconv.ParseInt(parts[2]+(parts[3] + "00")[:2], 10, 64) // at most fourteen digits
	if parts[1] == "-" {
		ore = -ore
	}
	return money.Ore(ore), true
}

// MonthAt is the month of the field, false where it is not there or none.
func (r *Reading) MonthAt(path string, fields map[string]Node, name string) (month period.Month, ok bool) {
	text, ok := r.TextAt(path, fields, name)
	if !ok {
		return month, false
	}
	month, err := period.ParseMonth(text)
	if err != nil {
		r.No(Join(path, name), fields[name].Line, "calc.facts.not_a_month")
		return month, false
	}
	return month, true
}

// DayAt is the day of the field, false where it is not there or none.
func (r *Reading) DayAt(path string, fields map[string]Node, name string) (day period.Day, ok bool) {
	text, ok := r.TextAt(path, fields, name)
	if !ok {
		return day, false
	}
	day, err := period.ParseDay(text)
	if err != nil {
		r.No(Join(path, name), fields[name].Line, "calc.facts.not_a_day")
		return day, false
	}
	return day, true
}
