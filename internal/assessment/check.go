package assessment

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
)

// longestWords is the most that a text takes, in characters and not bytes.
const longestWords = 4000

// Validate says what is wrong with a rater's answers, beside the field named as the
// question. Half done is not wrong; with complete, every question that is called for
// and required must be answered, and none left for later.
func (in *Instrument) Validate(r Rater, answers Answers, complete bool) fault.Fields {
	var f fault.Fields
	known := map[string]bool{}
	for _, s := range in.Sections {
		for _, q := range s.Questions {
			known[q.Code] = true
			a, there := answers[q.Code]
			switch {
			case !there:
			case !q.For(r):
				f.Add(q.Code, "assessment.answer.other_rater")
			default:
				q.check(&f, a)
			}
		}
	}
	var strangers []string
	for code := range answers {
		if !known[code] {
			strangers = append(strangers, code)
		}
	}
	slices.Sort(strangers)
	for _, code := range strangers {
		f.Add(code, "assessment.answer.unknown_question")
	}
	if complete {
		for _, s := range in.applying(r, answers) {
			for _, q := range s.Questions {
				f.Check(!q.Required || answers[q.Code].IsAnswered(), q.Code, "assessment.answer.required")
			}
		}
	}
	return f
}

func (q Question) check(f *fault.Fields, a Answer) {
	if !a.fits(q.Kind) || a.Later && a.IsAnswered() {
		f.Add(q.Code, "assessment.answer.wrong_kind")
		return
	}
	if !a.IsAnswered() {
		return
	}
	switch q.Kind {
	case OneOf:
		_, offered := q.Option(a.Choice)
		f.Check(offered, q.Code, "assessment.answer.not_an_option")
	case ManyOf:
		q.checkMany(f, a.Choices)
	case Scale, Number:
		f.Check(*a.Number >= q.Min && *a.Number <= q.Max, q.Code, "assessment.answer.range", "Min", q.Min, "Max", q.Max)
	case Words:
		written := utf8.RuneCountInString(a.Words)
		f.Check(written <= longestWords, q.Code, "assessment.answer.too_long", "Most", longestWords, "Written", written)
		f.Check(plain(a.Words), q.Code, "assessment.answer.characters")
	}
}

func (q Question) checkMany(f *fault.Fields, choices []string) {
	seen := map[string]bool{}
	for _, code := range choices {
		o, offered := q.Option(code)
		if !offered || seen[code] {
			f.Add(q.Code, "assessment.answer.not_an_option")
			return
		}
		seen[code] = true
		if o.Exclusive && len(choices) > 1 {
			f.Add(q.Code, "assessment.answer.exclusive")
			return
		}
	}
}

// plain tells whether the text is UTF-8 without control characters other than the
// line break and the tab.
func plain(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		return r < ' ' && r != '\n' && r != '\t' || r == 0x7f
	})
}
