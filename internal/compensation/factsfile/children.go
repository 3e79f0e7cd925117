package factsfile

import (
	"fmt"
	"strings"
	"unicode"

	"fotfaste/internal/compensation"
	"fotfaste/internal/ident"
	"fotfaste/internal/jsonfile"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

// Twins are two periods of children without a name that are the same days: two children
// who count alike, or one that was written twice. Both are counted.
type Twins struct {
	Path, Other string // children[1], children[0]
	Line        int    // of Path
}

// periodRead is a child's period and where it stands.
type periodRead struct {
	compensation.Child
	path string
	line int
}

func (r *reading) children(all jsonfile.Node) (children []compensation.Child, twins []Twins) {
	var read []periodRead
	for i, n := range all.Items {
		if p, ok := r.child(jsonfile.Item("children", i), n); ok {
			read = append(read, p)
		}
	}
	for i, p := range read {
		children = append(children, p.Child)
		begins := p.Days.From
		for _, other := range read {
			if p.ID != "" && p.ID == other.ID {
				begins = min(begins, other.Days.From)
			}
		}
		if p.ID == "" {
			twins = append(twins, r.nameless(p, read[:i])...)
		} else {
			r.sameChild(p, read[:i])
		}
		// A child counts until it is of age, whenever its days begin.
		if last := (person.Child{Birth: begins}).LastDayAsMinor(); p.Days.To > last {
			r.No(jsonfile.Join(p.path, "to"), p.line, "calc.facts.child_of_age", "Last", last)
		}
	}
	if many := countChildren(children); many > MostChildren {
		r.No("children", all.Line, "calc.facts.too_many_children", "Most", MostChildren)
	}
	return children, twins
}

func (r *reading) child(path string, n jsonfile.Node) (periodRead, bool) {
	fields := r.Object(path, n, "child", "from", "to")
	p := periodRead{path: path, line: n.Line}
	if _, named := fields["child"]; named {
		name, ok := r.required(path, n, fields, "child")
		at := strings.IndexFunc(name.Text, isUnseen)
		switch {
		case !ok:
		case strings.TrimSpace(name.Text) == "" || len(name.Text) > longestChildName:
			r.No(jsonfile.Join(path, "child"), name.Line, "calc.facts.child_name", "Most", longestChildName)
		case at >= 0:
			r.No(jsonfile.Join(path, "child"), name.Line, "calc.facts.child_name_unseen", "Sign", fmt.Sprintf("%U", []rune(name.Text[at:])[0]))
		}
		p.ID = ident.ID(name.Text)
	}
	days, ok := r.span(path, n, fields)
	p.Days = days
	return p, ok
}

// isUnseen tells whether the sign is one that nobody sees: two names that differ by it
// look like one child, and one name like two. The joiners of Persian, Arabic and others
// are part of how a name is written.
func isUnseen(sign rune) bool {
	return sign != '\u200c' && sign != '\u200d' && unicode.In(sign, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// sameChild refuses a day that two periods of one child have in common.
func (r *reading) sameChild(p periodRead, before []periodRead) {
	for _, other := range before {
		if common, both := other.Days.Intersect(p.Days); both && p.ID == other.ID {
			r.No(p.path, p.line, "calc.facts.child_twice", "Common", common, "Other", other.path)
		}
	}
}

// mostAlike is how many children without a name may have the very same days: triplets.
// More are a line that was written again and again.
const mostAlike = 3

// nameless holds a period without a child's name against those before it. The very same
// days are twins. Others that overlap may be one child that was written twice, the days
// put right the second time, where both have room in the years of one child; nothing
// tells then whether it is one or two: refused. What is longer together is brothers and
// sisters.
func (r *reading) nameless(p periodRead, before []periodRead) []Twins {
	var first *periodRead // of the same days
	alike := 1
	for i, other := range before {
		switch {
		case other.ID != "":
		case other.Days == p.Days:
			if alike++; first == nil {
				first = &before[i]
			}
		case mayBeOne(other.Days, p.Days):
			common, _ := other.Days.Intersect(p.Days)
			r.No(p.path, p.line, "calc.facts.child_unclear", "Common", common, "Other", other.path)
			return nil
		}
	}
	if alike == mostAlike+1 {
		r.No(p.path, p.line, "calc.facts.too_many_alike", "Most", mostAlike, "Other", first.path)
	}
	if first == nil {
		return nil
	}
	return []Twins{{Path: p.path, Other: first.path, Line: p.line}}
}

// mayBeOne tells whether two periods overlap and are no longer together than a child is
// a child.
func mayBeOne(a, b period.Span) bool {
	return a.Overlaps(b) && max(a.To, b.To) <= (person.Child{Birth: min(a.From, b.From)}).LastDayAsMinor()
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
