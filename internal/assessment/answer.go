package assessment

import (
	"log/slog"

	"fotfaste/internal/period"
)

// Answer is one answer: exactly one of the fields is set, by the kind of question.
// Later means that the two have agreed to come back to it, and counts as no answer.
type Answer struct {
	Choice  string      `json:"choice,omitempty"`
	Choices []string    `json:"choices,omitempty"`
	Number  *int        `json:"number,omitempty"` // of a scale or a number
	Day     *period.Day `json:"day,omitempty"`
	Words   string      `json:"words,omitempty"`
	Later   bool        `json:"later,omitempty"`
}

// Answers are one rater's, by the code of the question. A question not yet put has
// none, so an assessment can be saved half done at any time.
type Answers map[string]Answer

// String tells nothing: answers are among the most sensitive things there are.
func (a Answer) String() string { return "an answer" }

// GoString masks the answer in %#v.
func (a Answer) GoString() string { return a.String() }

// LogValue masks the answer in logs.
func (a Answer) LogValue() slog.Value { return slog.StringValue(a.String()) }

// Chosen is the answer to one_of.
func Chosen(option string) Answer { return Answer{Choice: option} }

// ChosenMany is the answer to many_of.
func ChosenMany(options ...string) Answer { return Answer{Choices: options} }

// Counted is the answer to a scale or a number.
func Counted(n int) Answer { return Answer{Number: &n} }

// Dated is the answer to a date.
func Dated(d period.Day) Answer { return Answer{Day: &d} }

// Written is the answer to a text.
func Written(words string) Answer { return Answer{Words: words} }

// AskLater leaves the question for another time.
func AskLater() Answer { return Answer{Later: true} }

// IsAnswered tells whether there is something in it.
func (a Answer) IsAnswered() bool {
	return a.Choice != "" || len(a.Choices) > 0 || a.Number != nil || a.Day != nil || a.Words != ""
}

// fits tells whether what is answered has the form that the kind asks for.
func (a Answer) fits(k Kind) bool {
	var want Answer
	switch k {
	case OneOf:
		want.Choice = a.Choice
	case ManyOf:
		want.Choices = a.Choices
	case Scale, Number:
		want.Number = a.Number
	case Date:
		want.Day = a.Day
	case Words:
		want.Words = a.Words
	}
	return a.count() == want.count()
}

// count is how many of the fields hold something.
func (a Answer) count() int {
	n := 0
	for _, set := range []bool{a.Choice != "", len(a.Choices) > 0, a.Number != nil, a.Day != nil, a.Words != ""} {
		if set {
			n++
		}
	}
	return n
}
