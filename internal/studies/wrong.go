package studies

import (
	"slices"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// The limits of what is said, in years. No term is longer than the one.
const (
	Oldest      = 120
	LongestTerm = 1
)

// Wrong is what cannot be right in the facts on the day, with a field for each: level,
// birth, term_ends. A term may have ended: then it was the last.
func (f Facts) Wrong(on period.Day) (wrong fault.Fields) {
	var levels []string
	for _, level := range Levels() {
		levels = append(levels, string(level))
	}
	wrong.Check(f.Level == "" || slices.Contains(Levels(), f.Level), "level", "studies.refused.level", "Known", strings.Join(levels, ", "))
	wrong.Check(f.Birth == nil || on.AddYears(-Oldest) <= *f.Birth && *f.Birth <= on, "birth", "studies.refused.birth", "On", on, "Most", Oldest)
	wrong.Check(f.TermEnds == nil || *f.TermEnds <= on.AddYears(LongestTerm), "term_ends", "studies.refused.term_ends", "On", on)
	return wrong
}
