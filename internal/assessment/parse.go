package assessment

import (
	"embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed instruments/*.yaml
var embedded embed.FS

// The codes of the instruments that come with the programme.
const (
	JointAssessment = "heltidsaktivering"
	Progression     = "progression"
)

// Instruments are those that come with the programme, by code.
var Instruments = sync.OnceValue(func() map[string]*Instrument {
	all := map[string]*Instrument{}
	for _, code := range []string{JointAssessment, Progression} {
		file, err := embedded.ReadFile("instruments/" + code + ".yaml")
		if err != nil {
			panic(err) // cannot happen: it is compiled in
		}
		in, err := Parse(file)
		if err != nil {
			panic("assessment: " + err.Error()) // held by a test
		}
		all[in.Code] = in
	}
	return all
})

// longestInstrument is in bytes, far above any sensible set of questions.
const longestInstrument = 1 << 20

// Parse reads an instrument and refuses one that could not be used as it stands: a
// text missing in Swedish or English, a code used twice, a condition on a question
// that comes later or is not put to the same people, a mark that the profile does not
// have. The error is for whoever writes instruments, and names every place.
func Parse(file []byte) (*Instrument, error) {
	if len(file) > longestInstrument {
		return nil, fmt.Errorf("an instrument has at most %d bytes", longestInstrument)
	}
	in, err := decode(file)
	if err != nil {
		return nil, err
	}
	r := reader{earlier: map[string]Question{}, sections: map[string]bool{}}
	r.instrument(in)
	if len(r.wrong) > 0 {
		return nil, errors.Join(r.wrong...)
	}
	return in, nil
}

// decode reads the YAML. The library panics on some malformed files (a list with a
// tag on a word); a file from outside must never take the programme down, so that is an error
// like any other.
func decode(file []byte) (in *Instrument, err error) {
	defer func() {
		if r := recover(); r != nil {
			in, err = nil, fmt.Errorf("not an instrument: %v", r)
		}
	}()
	in = &Instrument{}
	if err := yaml.UnmarshalWithOptions(file, in, yaml.DisallowUnknownField()); err != nil {
		return nil, err
	}
	return in, nil
}

// reader gathers what is wrong, going through the instrument in the order in which
// its questions are put.
type reader struct {
	earlier  map[string]Question
	sections map[string]bool
	wrong    []error
}

func (r *reader) check(holds bool, where, what string) {
	if !holds {
		r.wrong = append(r.wrong, fmt.Errorf("%s: %s", where, what))
	}
}

var codeForm = regexp.MustCompile(`^[a-z][a-z0-9_]{0,63}$`)

func (r *reader) instrument(in *Instrument) {
	r.check(codeForm.MatchString(in.Code), "code", "small letters, digits and underscores")
	r.check(in.Version != "", "version", "missing")
	r.check(in.EveryMonths >= 0, "every_months", "below zero")
	r.text("title", in.Title)
	r.text("purpose", in.Purpose)
	r.check(len(in.Sections) > 0, "sections", "none")
	for _, s := range in.Sections {
		where := "section " + s.Code
		r.check(codeForm.MatchString(s.Code) && !r.sections[s.Code], where, "a code of its own, in small letters, digits and underscores")
		r.sections[s.Code] = true
		r.text(where+" title", s.Title)
		r.optionalText(where+" intro", s.Intro)
		r.check(len(s.Questions) > 0, where, "no questions")
		for _, q := range s.Questions {
			r.showWhen(where, s.ShowWhen, q)
			r.question(q)
			r.earlier[q.Code] = q
		}
	}
}

func (r *reader) question(q Question) {
	where := "question " + q.Code
	_, used := r.earlier[q.Code]
	r.check(codeForm.MatchString(q.Code) && !used, where, "a code of its own, in small letters, digits and underscores")
	r.text(where, q.Text)
	r.optionalText(where+" professional", q.Professional)
	r.optionalText(where+" help", q.Help)
	for _, rater := range q.Raters {
		r.check(rater == Participant || rater == Professional, where, "no such rater: "+string(rater))
	}
	r.showWhen(where, q.ShowWhen, q)
	chosen := q.Kind == OneOf || q.Kind == ManyOf
	r.check(chosen == (len(q.Options) > 0), where, "options belong to one_of and many_of, and they need some")
	ranged := q.Kind == Scale || q.Kind == Number
	r.check(ranged == (q.Min != 0 || q.Max != 0) && q.Min <= q.Max, where, "min and max belong to scale and number, and they need both")
	switch q.Kind {
	case Scale:
		r.text(where+" min_text", q.MinText)
		r.text(where+" max_text", q.MaxText)
	case OneOf, ManyOf, Number, Date, Words:
		r.check(len(q.MinText)+len(q.MaxText) == 0, where, "only a scale has words for its ends")
	default:
		r.check(false, where, "no such kind: "+string(q.Kind))
	}
	switch q.Fills {
	case "":
	case FillsWishes:
		r.check(q.Kind == Words, where, "only a text fills wishes")
	case FillsTheme:
		r.check(q.Kind == Scale && slices.Contains(Themes(), Theme(q.Code)), where, "only a scale with a theme for its code fills a theme")
	default:
		r.check(false, where, "fills nothing that is known: "+string(q.Fills))
	}
	options := map[string]bool{}
	for _, o := range q.Options {
		r.option(where+" option "+o.Code, q, o, options[o.Code])
		options[o.Code] = true
	}
}

func (r *reader) option(where string, q Question, o Option, used bool) {
	r.check(codeForm.MatchString(o.Code) && !used, where, "a code of its own, in small letters, digits and underscores")
	r.text(where, o.Text)
	r.check(!o.Exclusive || q.Kind == ManyOf, where, "only an option of many_of is exclusive")
	m := o.Sets
	r.check(m.AbilityHours == nil || slices.Contains(AbilityBands(), *m.AbilityHours), where, "no such ability band")
	r.check(m.LadderStep >= 0 && m.LadderStep <= LastStep, where, "no such step")
	r.check(m.Barrier == "" || slices.Contains(Barriers(), m.Barrier), where, "no such barrier: "+string(m.Barrier))
	r.check(m.Protective == "" || slices.Contains(ProtectiveFactors(), m.Protective), where, "no such strength: "+string(m.Protective))
	r.check(m.MainCause == "" || slices.Contains(MainCauses(), m.MainCause), where, "no such cause: "+string(m.MainCause))
	r.check(m.Swedish == "" || slices.Contains(SwedishLevels(), m.Swedish), where, "no such level: "+string(m.Swedish))
	r.check(m.ChildCare == "" || slices.Contains(ChildCares(), m.ChildCare), where, "no such child care: "+string(m.ChildCare))
}

// showWhen holds that q can be decided on when its turn comes: the condition's
// question stands earlier, is put to everyone that q is put to, and is private only
// if q is, since q would otherwise give its answer away.
func (r *reader) showWhen(where string, w ShowWhen, q Question) {
	for _, c := range w.conditions() {
		on, there := r.earlier[c.Question]
		if !there {
			r.check(false, where, "is shown by a question that does not come before it: "+c.Question)
			continue
		}
		for _, rater := range []Rater{Participant, Professional} {
			r.check(!q.For(rater) || on.For(rater), where, "is shown by a question not put to the "+string(rater)+": "+c.Question)
		}
		r.check(!on.Private || q.Private, where, "would give away a private answer: "+c.Question)
		ranged := on.Kind == Scale || on.Kind == Number
		r.check(ranged == (c.AtLeast != nil || c.AtMost != nil), where, "at_least and at_most belong to scales and numbers: "+c.Question)
		r.check(ranged != (len(c.Is) > 0), where, "is belongs to one_of and many_of: "+c.Question)
		for _, code := range c.Is {
			_, offered := on.Option(code)
			r.check(offered, where, "is shown by an option that "+c.Question+" does not have: "+code)
		}
	}
}

func (r *reader) text(where string, t Text) {
	for _, language := range []string{"sv", "en"} {
		r.check(strings.TrimSpace(t[language]) != "", where, "no text in "+language)
	}
	for language, words := range t {
		r.check(plain(words), where, "control characters in "+language)
	}
}

func (r *reader) optionalText(where string, t Text) {
	if len(t) > 0 {
		r.text(where, t)
	}
}
