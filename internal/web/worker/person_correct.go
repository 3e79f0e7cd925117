package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type personCorrectBody struct {
	Case        casePage
	Facts       []layout.Fact
	May         bool
	Protected   bool
	Languages   []form.Option
	Genders     []form.Option
	Protections []form.Option
	Children    string // address of the children, "" for who may not open it
}

// unstated is how a gender that is not stated is sent.
const unstated person.Gender = "unstated"

// personCorrectShow is who the case is about, and how to reach them.
func (p *Pages) personCorrectShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showPersonCorrect(w, r, actor, id, nil)
}

// personCorrect puts right what is kept.
func (p *Pages) personCorrect(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Correction{
		Form: visit.Once(f), GivenName: f.Text("given_name", 1, 100), FamilyName: f.Text("family_name", 1, 100),
		Gender:   person.Gender(f.Choice("gender", string(person.Woman), string(person.Man), string(unstated))),
		Language: f.Choice("language", contactLanguages...), Locality: f.Text("locality", 0, 100),
		Phone: f.Text("phone", 0, 40), Email: f.Text("email", 0, 200), BornAbroad: f.Yes("born_abroad"),
		Protection: person.Protection(f.Choice("protection", codes(protections)...)),
	}
	if in.Gender == unstated {
		in.Gender = person.Unstated
	}
	if err = f.Err(); err == nil {
		err = p.office.CorrectPerson(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showPersonCorrect(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "person"))
	}
	return layout.Done(w, r, casePath(id, "person"), "worker_intake.person.done")
}

func (p *Pages) showPersonCorrect(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	h, err := p.office.SeePerson(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		f = personForm(r, h)
	}
	frame := layout.FrameOf(r, "worker_intake.person.title", "Name", h.Person.Name()).With(f)
	body := personCorrectBody{
		Case: casePageOf(frame, h, access.Identity, clock.Today(p.office.Clock)), May: h.Acts[access.CorrectPerson],
		Protected: h.Person.Protection.Hides(),
		Facts: []layout.Fact{
			{Label: frame.Text("worker_intake.person.number"), Value: h.Person.Number.Full()},
			{Label: frame.Text("worker_intake.person.birth"), Value: frame.Day(h.Person.Birth)},
		},
		Languages: form.Options(contactLanguages, func(tag string) string { return frame.Code("language.", tag) }),
		Genders: form.Options([]person.Gender{person.Woman, person.Man, unstated}, func(g person.Gender) string {
			return frame.Code("person.gender.", g)
		}),
		Protections: form.Options(protections, func(p person.Protection) string { return frame.Code("person.protection.", p) }),
	}
	for _, reach := range []layout.Fact{
		{Label: frame.Text("worker.enquiry_new.phone"), Value: h.Person.Phone},
		{Label: frame.Text("worker.enquiry_new.email"), Value: h.Person.Email},
	} {
		if reach.Value != "" {
			body.Facts = append(body.Facts, reach)
		}
	}
	for _, child := range h.Children {
		body.Facts = append(body.Facts, layout.Fact{Label: frame.Text("worker_intake.person.child"), Value: frame.Day(child.Birth)})
	}
	if sees(h, access.Overview) {
		body.Children = casePath(id, "children")
	}
	return layout.Render(w, r, "worker/person_correct", layout.Page[personCorrectBody]{Frame: frame, Body: body})
}

func personForm(r *http.Request, h casework.Header) *form.Form {
	who, gender := h.Person, h.Person.Gender
	if gender == person.Unstated {
		gender = unstated
	}
	f := caseForm(r, h).Fill("given_name", who.GivenName).Fill("family_name", who.FamilyName).Fill("gender", string(gender)).
		Fill("language", who.Language).Fill("locality", who.Locality).Fill("phone", who.Phone).Fill("email", who.Email).
		Fill("protection", string(who.Protection))
	if who.BornAbroad {
		f.Fill("born_abroad", "yes")
	}
	return f
}
