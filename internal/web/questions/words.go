package questions

import (
	"strconv"
	"strings"

	"fotfaste/internal/assessment"
	"fotfaste/internal/web/locale"
)

// Words is an answer as it is read. Later is the text for a question that has been left
// for another time, none the one for a question without an answer.
func Words(p *locale.Printer, q assessment.Question, a assessment.Answer, later, none string) string {
	language := p.Tag()
	option := func(code string) string {
		o, _ := q.Option(code)
		return o.Text.In(language)
	}
	switch {
	case a.Choice != "":
		return option(a.Choice)
	case len(a.Choices) > 0:
		all := make([]string, len(a.Choices))
		for i, code := range a.Choices {
			all[i] = option(code)
		}
		return strings.Join(all, "; ")
	case a.Number != nil:
		return strconv.Itoa(*a.Number)
	case a.Day != nil:
		return p.Day(*a.Day)
	case a.Words != "":
		return a.Words
	case a.Later:
		return p.Text(later)
	}
	return p.Text(none)
}
