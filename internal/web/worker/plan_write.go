package worker

import (
	"fmt"
	"net/http"
	"strconv"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/plan"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type planWriteBody struct {
	Case            casePage
	Heading         string
	Goals           []goalRow
	Activities      []activityRow
	GoalsError      string
	ActivitiesError string
	May             bool
}

// goalRow and activityRow are the fields of one row.
type goalRow struct {
	Legend               string
	Text, Track, Reached form.Field
}

type activityRow struct {
	Legend                                                  string
	IDName, ID                                              string
	Track, What, Provider, Hours, From, To, Carrier, Remove form.Field
}

// rows of an empty form, and how many more the button gives.
const (
	emptyGoals, emptyActivities = 1, 1
	moreRows                    = 3
	mostRows                    = 60 // that a form is read for
)

var (
	goalFields     = []string{"text", "track", "reached"}
	activityFields = []string{"id", "track", "what", "provider_name", "hours", "from", "to", "carrier"}
)

// planWriteShow is the plan to write in: the draft, or what stands as the beginning of
// a new version.
func (p *Pages) planWriteShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	return p.showPlanWrite(w, r, actor, nil, 0, 0, 0)
}

// planWrite saves the plan half done, proposes it, or gives more rows.
func (p *Pages) planWrite(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	goals := compact(f, "sub_goals", goalFields, "text")
	activities := compact(f, "activities", activityFields, "track", "what", "provider_name", "hours", "from", "to", "carrier")
	if f.Raw("do") == "more" {
		return p.showPlanWrite(w, r, actor, f, goals, activities, moreRows)
	}
	in := readPlan(f, goals, activities)
	done, there := "worker_places.plan_write.saved", casePath(id, "plan/write")
	if err = f.Err(); err == nil {
		if f.Raw("do") == "propose" {
			done, there = "worker_places.plan_write.proposed", casePath(id, "plan")
			err = p.office.ProposePlan(r.Context(), actor, id, in)
		} else {
			err = p.office.SavePlan(r.Context(), actor, id, in)
		}
	}
	switch {
	case f.Take(err):
		return p.showPlanWrite(w, r, actor, f, goals, activities, 0)
	case err != nil:
		return layout.Onward(err, there)
	}
	return layout.Done(w, r, there, done)
}

// compact moves the rows of the form together: a row that is marked for removal, or in
// which none of the fields has anything, is gone. So the rows have the numbers that
// messages about them will have. It returns how many are left.
func compact(f *form.Form, name string, fields []string, needed ...string) int {
	kept := 0
	for i := range mostRows {
		at := fmt.Sprintf("%s.%d.", name, i)
		filled := false
		for _, field := range needed {
			filled = filled || f.Raw(at+field) != ""
		}
		if !filled || f.Sent(at+"remove") {
			continue
		}
		for _, field := range fields {
			f.Fill(fmt.Sprintf("%s.%d.%s", name, kept, field), f.Raw(at+field))
		}
		kept++
	}
	for i := kept; i < mostRows; i++ {
		for _, field := range append([]string{"remove"}, fields...) {
			f.Fill(fmt.Sprintf("%s.%d.%s", name, i, field))
		}
	}
	return kept
}

func readPlan(f *form.Form, goals, activities int) casework.PlanDraft {
	in := casework.PlanDraft{Form: visit.Once(f), Goal: f.Text("goal", 0, plan.MaxGoal), SIP: f.Yes("sip")}
	if on, given := f.DayIfAny("review_on"); given {
		in.ReviewOn = &on
	}
	tracks := codes(plan.Tracks())
	for i := range goals {
		at := fmt.Sprintf("sub_goals.%d.", i)
		in.SubGoals = append(in.SubGoals, plan.SubGoal{
			Text: f.Text(at+"text", 0, plan.MaxText), Track: plan.Track(f.ChoiceIfAny(at+"track", tracks...)), Reached: f.Yes(at + "reached"),
		})
	}
	for i := range activities {
		at := fmt.Sprintf("activities.%d.", i)
		a := plan.Activity{
			ID: ident.ID(f.Raw(at + "id")), Track: plan.Track(f.ChoiceIfAny(at+"track", tracks...)), What: f.Text(at+"what", 0, plan.MaxText),
			ProviderName: f.Text(at+"provider_name", 0, plan.MaxText), Carrier: ident.ID(f.Raw(at + "carrier")),
		}
		a.Hours, _ = f.IntIfAny(at+"hours", 1, plan.FullTime)
		if from, given := f.DayIfAny(at + "from"); given {
			a.From = &from
		}
		if to, given := f.DayIfAny(at + "to"); given {
			a.To = &to
		}
		in.Activities = append(in.Activities, a)
	}
	return in
}

// fillPlan fills an empty form from a version.
func fillPlan(f *form.Form, v plan.Plan) {
	f.Fill("goal", v.Goal)
	if v.SIP {
		f.Fill("sip", "yes")
	}
	if v.ReviewOn != nil {
		f.Fill("review_on", v.ReviewOn.String())
	}
	for i, g := range v.SubGoals {
		at := fmt.Sprintf("sub_goals.%d.", i)
		f.Fill(at+"text", g.Text).Fill(at+"track", string(g.Track))
		if g.Reached {
			f.Fill(at+"reached", "yes")
		}
	}
	for i, a := range v.Activities {
		at := fmt.Sprintf("activities.%d.", i)
		f.Fill(at+"id", string(a.ID)).Fill(at+"track", string(a.Track)).Fill(at+"what", a.What).
			Fill(at+"provider_name", a.ProviderName).Fill(at+"carrier", string(a.Carrier))
		if a.Hours > 0 {
			f.Fill(at+"hours", strconv.Itoa(a.Hours))
		}
		if a.From != nil {
			f.Fill(at+"from", a.From.String())
		}
		if a.To != nil {
			f.Fill(at+"to", a.To.String())
		}
	}
}

func (p *Pages) showPlanWrite(w http.ResponseWriter, r *http.Request, actor access.Actor, f *form.Form, goals, activities, more int) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	v, err := p.office.SeePlan(r.Context(), actor, id)
	if err != nil {
		return err
	}
	begun := v.Versions.In(plan.Draft)
	if f == nil {
		f = layout.BlankForm(r).Fill("goal", v.Case.Goal)
		version := begun
		if version == nil {
			version = v.Shown()
		}
		if version != nil {
			fillPlan(f, version.Plan)
			goals, activities = len(version.SubGoals), len(version.Activities)
		}
	}
	frame := layout.FrameOf(r, "worker_places.plan_write.title", "Name", v.Person.Name()).With(f)
	body := planWriteBody{
		Case: casePageOf(frame, v.Header, access.Plan, clock.Today(p.office.Clock)), May: v.May(access.WritePlan, casefile.WritePlan),
		GoalsError:      f.TextField("sub_goals", "worker_places.plan_write.goals").Error,
		ActivitiesError: f.TextField("activities", "worker_places.plan_write.activities").Error,
		Heading:         frame.Text("worker_places.plan_write.new"),
	}
	if begun != nil {
		body.Heading = frame.Text("worker_places.plan_write.draft", "Number", begun.Version)
	}
	tracks := form.Options(plan.Tracks(), func(t plan.Track) string { return frame.Code("plan.track.", t) })
	for i := range goals + emptyGoals + more {
		body.Goals = append(body.Goals, goalFieldsOf(frame, f, i, tracks))
	}
	var carriers []form.Option
	for _, o := range v.Organisations {
		carriers = append(carriers, form.Option{Value: string(o.ID), Text: o.Name})
	}
	for i := range activities + emptyActivities + more {
		body.Activities = append(body.Activities, activityFieldsOf(frame, f, i, tracks, carriers))
	}
	return layout.Render(w, r, "worker/plan_write", layout.Page[planWriteBody]{Frame: frame, Body: body})
}

func goalFieldsOf(frame layout.Frame, f *form.Form, i int, tracks []form.Option) goalRow {
	at := fmt.Sprintf("sub_goals.%d.", i)
	return goalRow{
		Legend:  frame.Text("worker_places.plan_write.goal_n", "Number", i+1),
		Text:    f.TextField(at+"text", "worker_places.plan_write.sub_goal").Optional(),
		Track:   f.SelectField(at+"track", "worker_places.plan_write.track", tracks).Optional(),
		Reached: f.CheckboxField(at+"reached", "worker_places.plan_write.reached"),
	}
}

func activityFieldsOf(frame layout.Frame, f *form.Form, i int, tracks, carriers []form.Option) activityRow {
	at := fmt.Sprintf("activities.%d.", i)
	return activityRow{
		Legend: frame.Text("worker_places.plan_write.activity_n", "Number", i+1), IDName: at + "id", ID: f.Raw(at + "id"),
		Track:    f.SelectField(at+"track", "worker_places.plan_write.track", tracks),
		What:     f.TextField(at+"what", "worker_places.plan_write.what"),
		Provider: f.TextField(at+"provider_name", "worker_places.plan_write.provider").Optional(),
		Hours:    f.NumberField(at+"hours", "worker_places.plan_write.hours", ""),
		From:     f.DayField(at+"from", "worker_places.plan_write.from"),
		To:       f.DayField(at+"to", "worker_places.plan_write.to"),
		Carrier:  f.SelectField(at+"carrier", "worker_places.plan_write.carrier", carriers).Optional(),
		Remove:   f.CheckboxField(at+"remove", "worker_places.plan_write.remove"),
	}
}
