package matching

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
)

// Passing is why a person chose a proposed place away. It is kept with the case, and told
// without the case to who answers for the place: what is wrong in the catalogue is put
// right by them.
type Passing string

const (
	NotWanted  Passing = "not_wanted"  // the participant does not want it
	TooFar     Passing = "too_far"     // to travel
	WrongHours Passing = "wrong_hours" // the days or the time of day
	TooEasy    Passing = "too_easy"
	TooHard    Passing = "too_hard"
	NotAsTold  Passing = "not_as_told" // the catalogue says something else than what it is
	OtherCause Passing = "other"       // in words
)

// Passings are all of them, in the order in which they are shown.
func Passings() []Passing {
	return []Passing{NotWanted, TooFar, WrongHours, TooEasy, TooHard, NotAsTold, OtherCause}
}

// Words of a passing, in runes.
const (
	LeastPassingWords = 10
	MostPassingWords  = 2000
)

// CheckPassing is what a passing lacks: a reason that is known, and words where the reason
// says nothing by itself.
func CheckPassing(reason Passing, words string) fault.Fields {
	var f fault.Fields
	n := utf8.RuneCountInString(strings.TrimSpace(words))
	f.Check(slices.Contains(Passings(), reason), "reason", "matching.passing_missing")
	f.Check(n >= LeastPassingWords || reason != OtherCause && reason != NotAsTold, "words", "matching.passing_words", "Least", LeastPassingWords)
	f.Check(n <= MostPassingWords, "words", "matching.passing_long", "Most", MostPassingWords)
	return f
}
