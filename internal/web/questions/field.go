package questions

import (
	"strconv"
	"strings"

	"fotfaste/internal/assessment"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/web/form"
)

// longest is what a text takes, as package assessment holds it.
const longest = 4000

// Field is the field for the rater's answer, in the language.
func Field(f *form.Form, language string, q assessment.Question, r assessment.Rater) form.Field {
	name := casework.AnswerField(r, q.Code)
	options := make([]form.Option, len(q.Options))
	for i, o := range q.Options {
		options[i] = form.Option{Value: o.Code, Text: o.Text.In(language)}
	}
	var field form.Field
	switch q.Kind {
	case assessment.OneOf:
		field = f.RadioField(name, "", options)
	case assessment.ManyOf:
		field = f.CheckboxesField(name, "", options)
	case assessment.Scale:
		field = scale(f, name, language, q)
	case assessment.Number:
		field = f.NumberField(name, "", "")
	case assessment.Date:
		field = f.DayField(name, "")
	default:
		field = f.AreaField(name, "", 3).Limit(longest)
	}
	field = field.Labelled(q.Asks(r).In(language))
	if help := q.Help.In(language); help != "" {
		field = field.Hinted(help)
	}
	if !q.Required {
		field = field.Optional()
	}
	return field
}

func scale(f *form.Form, name, language string, q assessment.Question) form.Field {
	field := f.RadioField(name, "", nil)
	field.Kind, field.Low, field.High = "scale", q.MinText.In(language), q.MaxText.In(language)
	for n := q.Min; n <= q.Max; n++ {
		digit := strconv.Itoa(n)
		field.Options = append(field.Options, form.Option{Value: digit, Text: digit})
	}
	return field.Between(strconv.Itoa(q.Min), strconv.Itoa(q.Max))
}

// CanWait tells whether the question can be left for another time: it needs an answer
// some day, or a moment alone.
func CanWait(q assessment.Question) bool { return q.Required || q.Private }

// Private tells whether the instrument has questions that are put only in private.
func Private(in *assessment.Instrument) bool {
	for _, s := range in.Sections {
		for _, q := range s.Questions {
			if q.Private {
				return true
			}
		}
	}
	return false
}

// Later is the box that leaves the question for another time.
func Later(f *form.Form, label string, q assessment.Question, r assessment.Rater) form.Field {
	return f.CheckboxField(assessment.LaterField(casework.AnswerField(r, q.Code)), label)
}

// Fill writes a rater's answers into the form.
func Fill(f *form.Form, r assessment.Rater, answers assessment.Answers) {
	for code, a := range answers {
		name := casework.AnswerField(r, code)
		switch {
		case a.Later:
			f.Fill(assessment.LaterField(name), "yes")
		case a.Choice != "":
			f.Fill(name, a.Choice)
		case len(a.Choices) > 0:
			f.Fill(name, a.Choices...)
		case a.Number != nil:
			f.Fill(name, strconv.Itoa(*a.Number))
		case a.Day != nil:
			f.Fill(name, a.Day.String())
		default:
			f.Fill(name, a.Words)
		}
	}
}

// Read is a rater's answers in the form. What cannot be read gets its message beside
// the field.
func Read(f *form.Form, in *assessment.Instrument, talk assessment.Talk) assessment.Answers {
	posted := map[string][]string{}
	prefix := casework.AnswerField(talk.Rater, "")
	for name, values := range f.Query() {
		code, ours := strings.CutPrefix(name, prefix)
		if !ours {
			continue
		}
		for _, v := range values {
			posted[code] = append(posted[code], form.Clean(v))
		}
	}
	answers, wrong := in.ReadForm(talk, posted)
	for i := range wrong {
		wrong[i].Name = casework.AnswerField(talk.Rater, wrong[i].Name)
	}
	f.Take(fault.Fields(wrong).Err())
	return answers
}
