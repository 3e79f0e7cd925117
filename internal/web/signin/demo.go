package signin

import (
	"context"
	"net/http"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
	"fotfaste/internal/web/visit"
)

// Demo is what only the demo has: sign-in with one button for each role, and a
// clock that can be moved on. The command that makes one serves on loopback only.
type Demo struct {
	Municipality string // its code
	Name         string
	Accounts     []DemoAccount
	Clock        *clock.Travelling
	Moved        func(context.Context) error // runs what has fallen due; nil for nothing
}

// DemoAccount is a button on the sign-in page.
type DemoAccount struct {
	Account ident.ID
	Role    access.Role
}

// demoRole is a button as the page shows it.
type demoRole struct {
	Account, Role, Name string
	Label, Help         string // keys
}

// newcomers is how many of the newest participants have a button, so that somebody
// whose enquiry was just taken in can go on from their own side.
const newcomers = 3

// demoAccounts are all who have a button.
func (p *Pages) demoAccounts(r *http.Request) ([]DemoAccount, error) {
	newest, err := p.office.NewestParticipants(r.Context(), p.demo.Municipality, newcomers)
	if err != nil {
		return nil, err
	}
	accounts := slices.Clone(p.demo.Accounts)
	for _, id := range newest {
		newcomer := DemoAccount{id, access.Participant}
		if !slices.Contains(accounts, newcomer) {
			accounts = append(accounts, newcomer)
		}
	}
	return accounts, nil
}

func (p *Pages) demoRoles(r *http.Request) ([]demoRole, error) {
	accounts, err := p.demoAccounts(r)
	if err != nil {
		return nil, err
	}
	var roles []demoRole
	for _, a := range accounts {
		actor, err := p.office.SignedIn(r.Context(), p.demo.Municipality, a.Account, a.Role)
		if err != nil {
			return nil, err
		}
		roles = append(roles, demoRole{
			Account: string(a.Account), Role: string(a.Role), Name: actor.Name,
			Label: "role." + string(a.Role), Help: "signin.role.help." + string(a.Role),
		})
	}
	return roles, nil
}

// demoSignin signs in as one of the demo's accounts and no other.
func (p *Pages) demoSignin(w http.ResponseWriter, r *http.Request) error {
	f := layout.ReadForm(r)
	accounts, err := p.demoAccounts(r)
	if err != nil {
		return err
	}
	for _, a := range accounts {
		if string(a.Account) != f.Raw("account") || string(a.Role) != f.Raw("role") {
			continue
		}
		if err := p.sessions.SignIn(r.Context(), p.demo.Municipality, a.Account, a.Role); err != nil {
			return err
		}
		http.Redirect(w, r, layout.LocalPath(f.Raw("next"), "/"), http.StatusSeeOther)
		return nil
	}
	return fault.New(fault.NotFound, "fault.not_found")
}

// longestLeap keeps a slip of the finger from emptying the demo of its future.
const longestLeap = 366

// demoClock moves the demo's clock a number of days on.
func (p *Pages) demoClock(w http.ResponseWriter, r *http.Request) error {
	f := layout.ReadForm(r)
	days := f.Int("days", 1, longestLeap)
	if err := f.Err(); err != nil {
		return err
	}
	p.demo.Clock.Forward(time.Duration(days) * 24 * time.Hour)
	if p.demo.Moved != nil {
		if err := p.demo.Moved(r.Context()); err != nil {
			return err
		}
	}
	return layout.Done(w, r, layout.LocalPath(f.Raw("next"), "/"), "demo.moved", "Day", clock.Today(p.demo.Clock))
}

// Banner says that this is a demo and which day it is there.
func (d *Demo) Banner(r *http.Request, p *locale.Printer) *layout.Banner {
	if d == nil {
		return nil
	}
	banner := &layout.Banner{
		Title: p.Text("demo.title"), Tone: layout.Sky,
		Text: p.Text("demo.today", "Name", d.Name, "Day", clock.Today(d.Clock)),
	}
	if actor, err := visit.Actor(r); err == nil {
		next := layout.Hidden{Name: "next", Value: r.URL.Path}
		banner.Actions = []layout.Action{
			{Text: p.Text("demo.day_on"), Href: "/demo/clock", Hidden: []layout.Hidden{{Name: "days", Value: "1"}, next}},
			{Text: p.Text("demo.week_on"), Href: "/demo/clock", Hidden: []layout.Hidden{{Name: "days", Value: "7"}, next}},
		}
		banner.Links = []layout.Link{{Text: p.Text("demo.change", "Role", p.Code("role.", actor.Role)), Href: "/signin"}}
	}
	return banner
}
