package worker

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/person"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type enquiryNewBody struct {
	Head        layout.Head
	Languages   []form.Option
	Protections []form.Option
}

// enquiryNewShow is the empty form of a first enquiry.
func (p *Pages) enquiryNewShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	if !access.MayInOffice(actor, access.RegisterEnquiry).Allowed {
		return fault.New(fault.NotAllowed, "access.role")
	}
	return p.showEnquiryNew(w, r, layout.BlankForm(r).Fill("language", "sv").Fill("protection", string(person.None)))
}

// enquiryNew registers the enquiry and goes on to the case.
func (p *Pages) enquiryNew(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	in := casework.Enquiry{
		Form:           casework.Form{Token: f.Once()},
		IdentityNumber: f.Text("identity_number", 1, 20),
		GivenName:      f.Text("given_name", 0, 100),
		FamilyName:     f.Text("family_name", 0, 100),
		Language:       f.Choice("language", contactLanguages...),
		Protection:     person.Protection(f.Choice("protection", codes(protections)...)),
		Phone:          f.Text("phone", 0, 40),
		Email:          f.Text("email", 0, 200),
		Locality:       f.Text("locality", 0, 100),
		BornAbroad:     f.Yes("born_abroad"),
		Wish:           f.Text("wish", 0, 1000),
	}
	var opened ident.ID
	err := f.Err()
	if err == nil {
		opened, err = p.office.RegisterEnquiry(r.Context(), actor, in)
	}
	switch {
	case f.Take(err):
		return p.showEnquiryNew(w, r, f)
	case err != nil:
		return layout.Onward(err, "/work")
	}
	return layout.Done(w, r, casePath(opened, ""), "worker.enquiry_new.done")
}

func (p *Pages) showEnquiryNew(w http.ResponseWriter, r *http.Request, f *form.Form) error {
	frame := layout.FrameOf(r, "worker.enquiry_new.title").With(f)
	body := enquiryNewBody{
		Head: layout.Head{Title: frame.Text("worker.enquiry_new.heading"), Lead: frame.Text("worker.enquiry_new.lead")},
		Languages: form.Options(contactLanguages, func(tag string) string {
			return frame.Code("language.", tag)
		}),
		Protections: form.Options(protections, func(p person.Protection) string { return frame.Code("person.protection.", p) }),
	}
	return layout.Render(w, r, "worker/enquiry_new", layout.Page[enquiryNewBody]{Frame: frame, Body: body})
}

// contactLanguages are those that a participant can choose to be met in.
var contactLanguages = []string{"sv", "en", "ar", "bs", "es", "fa", "fi", "ku", "pl", "so", "th", "ti", "tr", "uk"}

var protections = []person.Protection{person.None, person.ConfidentialityMark, person.ProtectedRegistration}

func codes[T ~string](values []T) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return texts
}
