package worker

import (
	"net/http"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/visit"
)

type staffNameBody struct {
	Case      casePage
	Team      []teamLine
	May       bool
	Address   string
	Protected bool
	Tasks     []form.Option
	People    []form.Option
}

// teamLine is somebody with a task, and the button that ends it.
type teamLine struct {
	Name    string
	Detail  string
	Reason  string
	Release *layout.Action
}

// staffNameShow is the team, and who can be named.
func (p *Pages) staffNameShow(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	return p.showStaffName(w, r, actor, id, nil)
}

// staffName gives somebody a task in the case.
func (p *Pages) staffName(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	in := casework.Naming{
		Form: visit.Once(f), Reason: f.Text("reason", 1, 500), Task: casefile.Task(f.Choice("task", codes(casework.NamedTasks)...)),
	}
	if in.Account, err = ident.Parse(f.Raw("account")); err != nil {
		f.Wrong("account", "form.choose")
	}
	if err = f.Err(); err == nil {
		err = p.office.NameStaff(r.Context(), actor, id, in)
	}
	return p.staffDone(w, r, actor, id, f, err, "worker_intake.staff.done")
}

// staffRelease ends somebody's task.
func (p *Pages) staffRelease(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	id, err := visit.ID(r, "case")
	if err != nil {
		return err
	}
	member, err := visit.ID(r, "member")
	if err != nil {
		return err
	}
	f := layout.ReadForm(r)
	return p.staffDone(w, r, actor, id, f, p.office.ReleaseStaff(r.Context(), actor, id, visit.Once(f), member), "worker_intake.staff.released")
}

func (p *Pages) staffDone(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form, err error, done string) error {
	switch {
	case f.Take(err):
		return p.showStaffName(w, r, actor, id, f)
	case err != nil:
		return layout.Onward(err, casePath(id, "staff"))
	}
	return layout.Done(w, r, casePath(id, "staff"), done)
}

func (p *Pages) showStaffName(w http.ResponseWriter, r *http.Request, actor access.Actor, id ident.ID, f *form.Form) error {
	v, err := p.office.SeeStaff(r.Context(), actor, id)
	if err != nil {
		return err
	}
	if f == nil {
		f = caseForm(r, v.Header)
	}
	frame := layout.FrameOf(r, "worker_intake.staff.title", "Name", v.Person.Name()).With(f)
	body := staffNameBody{
		Case: casePageOf(frame, v.Header, access.Readers, clock.Today(p.office.Clock)), May: v.Acts[access.NameStaff], Address: casePath(id, "staff"),
		Protected: v.Person.Protection.Hides(),
		Tasks:     form.Options(casework.NamedTasks, func(t casefile.Task) string { return frame.Code("intake.task.", t) }),
		People:    peopleOptions(frame, v),
	}
	for _, m := range v.Team {
		line := teamLine{Name: m.AccountName, Detail: memberDetail(frame, m), Reason: m.Reason}
		if body.May && m.Task != casefile.CaseManaging {
			line.Release = &layout.Action{
				Text: frame.Text("worker_intake.staff.release"), About: m.AccountName, Post: true, Danger: true,
				Href: casePath(id, "staff/"+string(m.ID)+"/release"), Hidden: actionForm(f, v.Header),
			}
		}
		body.Team = append(body.Team, line)
	}
	return layout.Render(w, r, "worker/staff_name", layout.Page[staffNameBody]{Frame: frame, Body: body})
}

func memberDetail(f layout.Frame, m casefile.Member) string {
	if m.To != nil {
		return f.Text("worker_intake.staff.detail_ended", "Task", f.Code("intake.task.", m.Task), "Organisation", m.Organisation,
			"From", m.From, "To", max(m.From, *m.To))
	}
	return f.Text("worker_intake.staff.detail", "Task", f.Code("intake.task.", m.Task), "Organisation", m.Organisation, "From", m.From)
}

// peopleOptions are all who can be named for something, each once, with what for.
func peopleOptions(f layout.Frame, v casework.StaffView) []form.Option {
	var options []form.Option
	at := map[ident.ID]int{}
	for _, task := range casework.NamedTasks {
		name := f.Code("intake.task.", task)
		for _, c := range v.Choices[task] {
			i, there := at[c.Account]
			if !there {
				i = len(options)
				at[c.Account] = i
				options = append(options, form.Option{Value: string(c.Account), Text: c.Name + ", " + f.Code("role.", c.Role) + ", " + c.Organisation})
			}
			if !strings.Contains(options[i].Text, name) {
				options[i].Text += " · " + name
			}
		}
	}
	return options
}
