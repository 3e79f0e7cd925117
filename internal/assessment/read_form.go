package assessment

import (
	"strconv"
	"strings"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// LaterField is the name of the box that leaves a question for later.
func LaterField(question string) string { return question + ".later" }

// ReadForm is the answers in a submitted form, where a field is named as its
// question. Fields of other names are none of ours. A field that cannot be read is
// said so beside it and gives no answer, so nothing is guessed; a private question
// that arrives from a talk with others in the room is refused. What can be read is
// not yet valid: ask Validate.
func (in *Instrument) ReadForm(talk Talk, form map[string][]string) (Answers, fault.Fields) {
	answers := Answers{}
	var f fault.Fields
	for _, s := range in.Sections {
		for _, q := range s.Questions {
			if !q.For(talk.Rater) {
				continue
			}
			a, readable := q.read(&f, form[q.Code])
			if !readable {
				continue
			}
			if len(form[LaterField(q.Code)]) > 0 && !a.IsAnswered() {
				a.Later = true
			}
			if !a.Later && !a.IsAnswered() {
				continue
			}
			if q.Private && !talk.Alone {
				f.Add(q.Code, "assessment.answer.not_alone")
				continue
			}
			answers[q.Code] = a
		}
	}
	return answers, f
}

// read is false where there is something that cannot be read; nothing at all can.
func (q Question) read(f *fault.Fields, values []string) (Answer, bool) {
	var filled []string
	for _, v := range values {
		if v = strings.TrimSpace(strings.ReplaceAll(v, "\r\n", "\n")); v != "" {
			filled = append(filled, v)
		}
	}
	if len(filled) == 0 {
		return Answer{}, true
	}
	switch q.Kind {
	case OneOf:
		return Chosen(filled[0]), true
	case ManyOf:
		return ChosenMany(filled...), true
	case Scale, Number:
		n, err := strconv.Atoi(filled[0])
		if err != nil {
			f.Add(q.Code, "assessment.answer.whole_number", "Min", q.Min, "Max", q.Max)
			return Answer{}, false
		}
		return Counted(n), true
	case Date:
		d, err := period.ParseDay(filled[0])
		if err != nil {
			f.Add(q.Code, "assessment.answer.day")
			return Answer{}, false
		}
		return Dated(d), true
	default:
		return Written(filled[0]), true
	}
}
