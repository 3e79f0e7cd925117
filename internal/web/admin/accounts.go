package admin

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

type accountsBody struct {
	Head          layout.Head
	Tabs          layout.Tabs
	Roles         []form.Option
	Offices       []form.Option
	Accounts      layout.Table
	Pages         *layout.Pages
	Organisations layout.Table
}

// accountsOnAPage is how many accounts a page shows.
const accountsOnAPage = 50

// staffRoles are those that somebody on the staff can have.
var staffRoles = access.Roles[1:]

// accounts is who can sign in, as what, and from which organisation.
func (p *Pages) accounts(w http.ResponseWriter, r *http.Request, actor access.Actor) error {
	f := layout.ReadForm(r)
	codes := make([]string, len(staffRoles))
	for i, role := range staffRoles {
		codes[i] = string(role)
	}
	query := casework.AccountQuery{Name: f.Text("name", 0, 100), Role: access.Role(f.ChoiceIfAny("role", codes...))}
	if text := f.Raw("organisation"); text != "" {
		id, err := ident.Parse(text)
		if err != nil {
			f.Wrong("organisation", "form.not_a_choice")
		}
		query.Organisation = id
	}
	page, given := f.IntIfAny("page", 1, 10_000)
	if !given {
		page = 1
	}
	v, err := p.office.SeeAccounts(r.Context(), actor, query)
	if err != nil {
		return err
	}
	frame := layout.FrameOf(r, "admin.accounts.title").With(f)
	from := min((page-1)*accountsOnAPage, len(v.Staff))
	body := accountsBody{
		Head: layout.Head{
			Title: frame.Text("admin.accounts.heading", "Count", v.Total),
			Lead:  frame.Text("admin.accounts.lead", "Count", v.Participants),
		},
		Tabs:          tabs(frame, "/admin"),
		Roles:         form.Options(staffRoles, func(role access.Role) string { return frame.Code("role.", role) }),
		Accounts:      accountTable(frame, v.Staff[from:min(from+accountsOnAPage, len(v.Staff))]),
		Pages:         layout.PagesOf(frame.Printer, "/admin", f.Query(), page, accountsOnAPage, len(v.Staff)),
		Organisations: organisationTable(frame, v),
	}
	for _, o := range v.Organisations {
		body.Offices = append(body.Offices, form.Option{Value: string(o.ID), Text: o.Name})
	}
	return layout.Render(w, r, "admin/accounts", layout.Page[accountsBody]{Frame: frame, Body: body})
}

// tabs are the administrator's pages.
func tabs(f layout.Frame, here string) layout.Tabs {
	t := layout.Tabs{Label: f.Text("admin.tabs")}
	for _, link := range []layout.Link{
		{Text: f.Text("admin.accounts.tab"), Href: "/admin"},
		{Text: f.Text("admin.law.tab"), Href: "/admin/law"},
		{Text: f.Text("menu.payer"), Href: "/admin/payer"},
	} {
		link.Current = link.Href == here
		t.Links = append(t.Links, link)
	}
	return t
}

func accountTable(f layout.Frame, accounts []casework.StaffAccount) layout.Table {
	t := layout.Table{
		Caption: f.Text("admin.accounts.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("admin.accounts.name")}, {Text: f.Text("admin.accounts.roles")},
			{Text: f.Text("admin.accounts.organisation")}, {Text: f.Text("admin.accounts.open")}},
		Empty: &layout.Empty{Title: f.Text("admin.accounts.none"), Text: f.Text("admin.accounts.none_help")},
	}
	for _, a := range accounts {
		var roles []string
		for _, role := range a.Roles {
			roles = append(roles, f.Code("role.", role))
		}
		open := layout.Cell{Text: f.Text("admin.accounts.is_open"), Tone: layout.Good}
		if !a.Active {
			open = layout.Cell{Text: f.Text("admin.accounts.is_closed"), Tone: layout.Wrong}
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{{Text: a.Name, Detail: a.Email}, {Text: f.List(roles)}, {Text: a.Office}, open}})
	}
	return layout.NewTable(t)
}

func organisationTable(f layout.Frame, v casework.Accounts) layout.Table {
	t := layout.Table{
		Caption: f.Text("admin.organisations.caption"), Hide: true, Stack: true,
		Columns: []layout.Column{{Text: f.Text("admin.organisations.name")}, {Text: f.Text("admin.organisations.kind")},
			{Text: f.Text("admin.organisations.accounts"), Number: true}},
		Empty: &layout.Empty{Title: f.Text("admin.organisations.none"), Text: f.Text("admin.organisations.none_help")},
	}
	for _, o := range v.Organisations {
		name := layout.Cell{Text: o.Name}
		if v.PerHouse[o.ID] > 0 {
			name.Href = "/admin?organisation=" + string(o.ID)
		}
		t.Rows = append(t.Rows, layout.Row{Cells: []layout.Cell{name, {Text: f.Code("organisation.", o.Kind)}, {Text: f.Number(int64(v.PerHouse[o.ID]))}}})
	}
	return layout.NewTable(t)
}
