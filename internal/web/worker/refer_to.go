package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/placement"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type referToBody struct {
	Case       casePage
	Heading    string
	Room       string // whether the place would be offered at once
	Wrong      string // of the intervention itself
	Criteria   []criterionLine
	ToCheck    bool
	Tracks     []form.Option
	Gate       []gateLine
	Gateway    string
	Known      []form.Field
	Guarantees []form.Option
	NoGate     *layout.Notice // the law does not know the day, so nobody is referred on it
}

// gateLine is a line of the legal gate with its box, where a person has to confirm it.
type gateLine struct {
	ID      string // that a message leads to
	Line    layout.Explanation
	Confirm *form.Field
}

type criterionLine struct {
	ID   string
	Line layout.Explanation
}

// knownFacts are what the one who refers can know for the gate, each yes, no or not
// known.
var knownFacts = []struct {
	name  string
	label string
	fact  func(*placement.GateFacts) **bool
}{
	{"local_agreement", "worker_places.known.local_agreement", func(f *placement.GateFacts) **bool { return &f.LocalAgreement }},
	{"upper_secondary_pupil", "worker_places.known.upper_secondary_pupil", func(f *placement.GateFacts) **bool { return &f.UpperSecondaryPupil }},
	{"adult_student", "worker_places.known.adult_student", func(f *placement.GateFacts) **bool { return &f.AdultStudent }},
	{"studies_lead_to_work", "worker_places.known.studies_lead_to_work", func(f *placement.GateFacts) **bool { return &f.StudiesLeadToWork }},
	{"breaks_off_studies", "worker_places.known.breaks_off_studies", func(f *placement.GateFacts) **bool { return &f.BreaksOffStudies }},
	{"serious_addiction", "worker_places.known.serious_addiction", func(f *placement.GateFacts) **bool { return &f.SeriousAddiction }},
	{"help_offered", "worker_places.known.help_offered", func(f *placement.GateFacts) **bool { return &f.HelpOffered }},
}

// longestGuarantee is in days; nobody has been in a guarantee for longer.
const longestGuarantee = 20_000

// referToShow is the referral to one intervention, tried with what is known already.
func (p *Pages) referToShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showReferTo(w, r, actor, nil)
}

// referTo tries the referral again with what has been filled in, or makes it.
func (p *Pages) referTo(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, intervention, err := caseAndIntervention(r)
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := readReferral(f, intervention)
	in.Form = visit.Once(f)
	if f.Raw("do") == "try" && f.OK() {
		return p.showReferTo(w, r, actor, f)
	}
	var placed ident.ID
	if err = f.Err(); err == nil {
		placed, err = p.office.Refer(r.Context(), actor, id, in)
	}
	switch {
	case f.Take(err):
		return p.showReferTo(w, r, actor, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "placements"))
	}
	return layout.Done(w, r, placementPath(id, placed), "worker_places.refer_to.done")
}

func caseAndIntervention(r *http.Request) (of, id ident.ID, err error) {
	if of, err = visit.ID(r, "case"); err != nil {
		return "", "", err
	}
	id, err = visit.ID(r, "intervention")
	return of, id, err
}

func readReferral(f *form.Form, intervention ident.ID) casework.Referral {
	in := casework.Referral{
		Intervention: intervention, Hours: f.Int("hours", 1, plan.FullTime),
		Track: plan.Track(f.Choice("track", codes(plan.Tracks())...)), Precedence: f.Text("precedence", 0, placement.MaxReason),
		CriteriaChecked: f.Yes("confirm.criteria"),
	}
	if from, given := f.DayIfAny("from"); given {
		in.From = &from
	}
	if to, given := f.DayIfAny("to"); given {
		in.To = &to
	}
	for _, c := range placement.Codes() {
		if f.Yes("confirm." + string(c)) {
			in.Confirmed = append(in.Confirmed, c)
		}
	}
	in.Known = readKnown(f)
	return in
}

func readKnown(f *form.Form) placement.GateFacts {
	known := placement.GateFacts{
		Guarantee: placement.Guarantee(f.ChoiceIfAny("guarantee", codes(placement.Guarantees())...)),
	}
	if days, given := f.IntIfAny("guarantee_days", 0, longestGuarantee); given {
		known.GuaranteeDays = &days
	}
	for _, k := range knownFacts {
		if said := f.ChoiceIfAny(k.name, "yes", "no"); said != "" {
			is := said == "yes"
			*k.fact(&known) = &is
		}
	}
	return known
}

// suggestReferral fills an empty form: the first day that the intervention begins, to
// the end of what it may last or of the programme, for the hours that are not planned.
func suggestReferral(f *form.Form, v casework.ReferralView, from, to string) {
	i := v.Intervention
	hours := min(max(v.Case.UnplannedHours(), i.HoursFrom), i.HoursTo)
	track := plan.Work
	switch i.Kind {
	case catalogue.Education, catalogue.Language:
		track = plan.EducationLanguage
	case catalogue.Health:
		track = plan.Health
	case catalogue.SocialSupport:
		track = plan.SocialEconomy
	}
	f.Fill("hours", strconv.Itoa(hours)).Fill("from", from).Fill("to", to).Fill("track", string(track))
}

func (p *Pages) showReferTo(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form) error {
	id, intervention, err := caseAndIntervention(r)
	if err != nil {
		return err
	}
	sent := f != nil
	v, shown, err := p.triedReferral(r, actor, id, intervention, f)
	if err != nil {
		return err
	}
	f = shown
	frame := layout.FrameOf(r, "worker_places.refer_to.title", "Place", v.Intervention.Name).With(f)
	body := referToBody{
		Case:    casePageOf(frame, v.Header, access.Placements, clock.Today(p.office.Clock)),
		Heading: frame.Text("worker_places.refer_to.heading", "Place", v.Intervention.Name, "Provider", v.Intervention.ProviderName),
		Room:    frame.Text("worker_places.refer_to.offered", "Free", v.Intervention.FreeHours()),
		Wrong:   f.TextField("intervention", "places.place").Error,
		ToCheck: catalogue.Overall(v.Criteria) == catalogue.Unknown,
		Tracks:  form.Options(plan.Tracks(), func(t plan.Track) string { return frame.Code("plan.track.", t) }),
	}
	if len(v.Unknown) == 0 {
		body.Gateway = frame.Text("worker_places.gateway." + string(v.Gate.Outcome))
	} else if !sent { // what was typed is kept
		body.NoGate = &layout.Notice{Text: frame.Text("worker_places.refer_to.no_gate", "Day", clock.Today(p.office.Clock)), Tone: layout.Ask,
			Links: []layout.Link{{Text: frame.Text("worker_places.refer_to.back"), Href: casePath(id, "placements")}}}
	}
	if start := v.Turn.Expected; v.IsOffered && start != nil && *start != v.Turn.From {
		body.Room = frame.Text("worker_places.refer_to.offered_from", "Day", *start)
	}
	if !v.IsOffered {
		body.Room = frame.Text("worker_places.refer_to.queued", "Number", v.Ahead+1)
		if v.Turn.Number > 0 {
			body.Room += " " + frame.Fault(v.Turn.Wait())
		}
	}
	for _, c := range v.Criteria {
		body.Criteria = append(body.Criteria, criterionLine{"f-criteria." + string(c.Criterion), layout.CriterionLine(frame, c)})
	}
	for _, l := range v.Gate.Lines {
		line := gateLine{ID: "f-gate." + string(l.Code), Line: layout.GateLine(frame, l)}
		if l.Outcome == placement.AllowedConfirming {
			box := f.CheckboxField("confirm."+string(l.Code), "worker_places.refer_to.confirm")
			box.Label = frame.Text("worker_places.refer_to.confirm_line", "Line", line.Line.Text)
			line.Confirm = &box
		}
		body.Gate = append(body.Gate, line)
	}
	for _, g := range placement.Guarantees() {
		if g != placement.GuaranteeUnknown {
			body.Guarantees = append(body.Guarantees, form.Option{Value: string(g), Text: frame.Code("placement.guarantee.", g)})
		}
	}
	for _, k := range knownFacts {
		field := f.SelectField(k.name, k.label, yesNo(frame)).Optional()
		field.None = frame.Text("worker_places.not_known")
		body.Known = append(body.Known, field)
	}
	return layout.Render(w, r, "worker/refer_to", layout.Page[referToBody]{Frame: frame, Body: body})
}

// triedReferral tries what the form says. An empty form is filled with a suggestion
// first.
func (p *Pages) triedReferral(r *http.Request, actor access.Actor, id, intervention ident.ID, f *form.Form) (casework.ReferralView, *form.Form, error) {
	if f != nil {
		again := layout.ReadForm(r) // reading says what is wrong a second time, and that is in f already
		v, err := p.office.TryReferral(r.Context(), actor, id, readReferral(again, intervention))
		return v, f, err
	}
	f = layout.BlankForm(r)
	v, err := p.office.TryReferral(r.Context(), actor, id, casework.Referral{Intervention: intervention})
	if err != nil {
		return v, f, err
	}
	today := clock.Today(p.office.Clock)
	from, to := v.Suggest(today)
	suggestReferral(f, v, from.String(), to.String())
	v, err = p.office.TryReferral(r.Context(), actor, id, readReferral(f, intervention))
	return v, f, err
}
