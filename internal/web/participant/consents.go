package participant

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type consentsBody struct {
	Head          layout.Head
	InForce       []consentLine
	Past          []consentLine
	Organisations []form.Option
	Parts         []form.Option
	MayGive       bool
	Earliest      string
	Latest        string
}

// consentLine is a consent with what can be done with it: taken back, or given again.
type consentLine struct {
	Who    string
	What   string
	When   string
	Action *layout.Action
}

const consentsPath = "/me/consents"

// consents is what the participant has opened, to whom, until when.
func (p *Pages) consents(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showConsents(w, r, actor, layout.BlankForm(r))
}

// consentGive opens a part to an organisation.
func (p *Pages) consentGive(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	in := casework.GivingConsent{
		Form: casework.Form{Token: f.Once()}, Part: access.Part(f.Choice("part", partCodes()...)), Until: f.Day("until"),
	}
	if text := f.Text("organisation", 1, 40); text != "" {
		id, err := ident.Parse(text)
		if err != nil {
			f.Wrong("organisation", "form.not_a_choice")
		}
		in.Organisation = id
	}
	id, err := p.office.MyCase(r.Context(), actor)
	if err != nil {
		return err
	}
	if err = f.Err(); err == nil {
		err = p.office.GiveConsent(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showConsents(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, consentsPath)
	}
	return layout.Done(w, r, consentsPath, "participant_rooms.consents.given")
}

// consentRevoke takes a consent back, at once.
func (p *Pages) consentRevoke(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	consent, err := visit.ID(r, "consent")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	id, err := p.office.MyCase(r.Context(), actor)
	if err == nil {
		err = p.office.RevokeConsent(r.Context(), actor, id, consent, casework.Form{Token: f.Once()})
	}
	switch {
	case f.Take(err):
		return p.showConsents(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, consentsPath)
	}
	return layout.Done(w, r, consentsPath, "participant_rooms.consents.taken_back")
}

func partCodes() []string {
	codes := make([]string, len(access.Shareable))
	for i, p := range access.Shareable {
		codes[i] = string(p)
	}
	return codes
}

func (p *Pages) showConsents(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, err := p.office.MyCase(r.Context(), actor)
	if fault.CodeOf(err) == fault.NotFound {
		http.Redirect(w, r, "/me", http.StatusSeeOther) // which says what happens without a case
		return nil
	}
	if err != nil {
		return err
	}
	v, err := p.office.SeeConsents(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if !f.Sent("until") {
		f.Fill("until", v.Today.AddMonths(6).String())
	}
	frame := layout.FrameOf(r, "participant_rooms.consents.title").Alone().With(f)
	body := consentsBody{
		Head:    layout.Head{Title: frame.Text("participant_rooms.consents.heading", "Count", len(v.InForce)), Lead: frame.Text("participant_rooms.consents.lead")},
		Parts:   form.Options(access.Shareable, func(part access.Part) string { return frame.Code("case_part.", part) }),
		MayGive: v.Acts[access.GiveConsent] && v.Case.State != casefile.Closed, Earliest: v.Today.String(), Latest: v.Today.AddYears(casework.ConsentYears).String(),
	}
	if len(v.InForce) == 0 {
		body.Head.Title = frame.Text("participant_rooms.consents.heading_none")
	}
	for _, o := range v.Organisations {
		body.Organisations = append(body.Organisations, form.Option{Value: string(o.ID), Text: o.Name})
	}
	for _, c := range v.InForce {
		line := consentLineOf(frame, c, frame.Text("participant_rooms.consents.until", "Until", c.Until))
		line.Action = &layout.Action{Text: frame.Text("participant_rooms.consents.take_back"), About: line.Who + ": " + line.What, Post: true, Danger: true,
			Href: consentsPath + "/" + string(c.ID) + "/revoke", Hidden: []layout.Hidden{{Name: form.OnceField, Value: layout.BlankForm(r).Once()}}}
		body.InForce = append(body.InForce, line)
	}
	for _, c := range v.Past {
		when := frame.Text("participant_rooms.consents.ran_out", "Until", c.Until)
		if c.RevokedAt != nil {
			when = frame.Text("participant_rooms.consents.back", "When", frame.Instant(*c.RevokedAt))
		}
		line := consentLineOf(frame, c, when)
		if c.RevokedAt != nil && c.Until >= v.Today && body.MayGive && !givenNow(v.InForce, c) {
			line.Action = &layout.Action{Text: frame.Text("participant_rooms.consents.again"), About: line.Who + ": " + line.What, Post: true, Href: consentsPath,
				Hidden: []layout.Hidden{{Name: form.OnceField, Value: layout.BlankForm(r).Once()}, {Name: "organisation", Value: string(c.Organisation)},
					{Name: "part", Value: string(c.Part)}, {Name: "until", Value: c.Until.String()}}}
		}
		body.Past = append(body.Past, line)
	}
	return layout.Render(w, r, "participant/consents", layout.Page[consentsBody]{Frame: frame, Body: body})
}

func consentLineOf(f layout.Frame, c casework.Consent, when string) consentLine {
	return consentLine{Who: c.OrganisationName, What: f.Code("case_part.", c.Part), When: when}
}

// givenNow tells whether the same part is open to the same organisation.
func givenNow(inForce []casework.Consent, past casework.Consent) bool {
	for _, c := range inForce {
		if c.Organisation == past.Organisation && c.Part == past.Part {
			return true
		}
	}
	return false
}
