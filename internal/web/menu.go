package web

import (
	"net/http"

	"fotfaste/internal/access"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"
	"fotfaste/internal/web/visit"
)

// place is somewhere that a role finds in its menu; the first is where it begins.
type place struct{ text, path string }

var (
	myParticipants = place{"menu.my_participants", "/work"}
	newEnquiry     = place{"menu.new_enquiry", "/work/enquiries/new"}
	catalogue      = place{"menu.catalogue", "/work/catalogue"}
	teamMeeting    = place{"menu.meeting", "/work/meeting"}
	reckoners      = place{"menu.sums", "/sums"}
)

var places = map[access.Role][]place{
	access.CaseManager:        {myParticipants, newEnquiry, catalogue, teamMeeting, reckoners},
	access.Assessor:           {{"menu.enquiries", "/work"}, newEnquiry, catalogue, teamMeeting, reckoners},
	access.DecisionMaker:      {{"menu.to_decide", "/work"}, catalogue, reckoners},
	access.Partner:            {{"menu.shared_with_me", "/work"}, catalogue, reckoners},
	access.PaymentOfficer:     {{"menu.payments", "/payments"}, {"menu.payment_work", "/payments/work"}, {"menu.recoveries", "/payments/recoveries"}, {"menu.ledger", "/payments/ledger"}, {"menu.rates", "/payments/rates"}},
	access.ProviderSupervisor: {{"menu.our_places", "/provider"}, {"menu.attendance", "/provider/attendance"}, catalogue},
	access.Participant:        {{"menu.my_way", "/me"}, {"menu.my_week", "/me/attendance"}, {"menu.my_money", "/me/money"}, {"menu.my_letters", "/me/letters"}, {"menu.my_sharing", "/me/consents"}},
	access.Manager:            {{"menu.overview", "/manager"}, {"menu.cases", "/manager/cases"}, {"menu.rates", "/payments/rates"}, catalogue, reckoners},
	access.Evaluator:          {{"menu.figures", "/evaluator"}, {"menu.evidence", "/evidence"}},
	access.Administrator:      {{"menu.accounts", "/admin"}, {"menu.rules", "/admin/law"}, {"menu.payer", "/admin/payer"}},
	access.Auditor:            {{"menu.journal", "/audit"}, {"menu.ledger", "/payments/ledger"}},
}

func homeOf(role access.Role) string { return places[role][0].path }

// home sends everyone to where their day begins.
func home(w http.ResponseWriter, r *http.Request) error {
	actor, err := visit.Actor(r)
	if err != nil {
		return err
	}
	http.Redirect(w, r, homeOf(actor.Role), http.StatusSeeOther)
	return nil
}

// viewer is the actor as the header needs to know them. The menu needs the role,
// which the header does not: it travels as the first page.
func viewer(r *http.Request) layout.Viewer {
	actor, err := visit.Actor(r)
	if err != nil {
		return layout.Viewer{}
	}
	changeRole := ""
	if visit.HasChoice(r) {
		changeRole = "/signin/role"
	}
	return layout.Viewer{
		SignedIn: true, ChangeRole: changeRole, Participant: actor.Role == access.Participant, Name: actor.Name,
		Detail: actor.OrganisationName, Home: homeOf(actor.Role), Role: string(actor.Role),
	}
}

func menu(v layout.Viewer, p *locale.Printer) []layout.Link {
	var links []layout.Link
	for _, place := range places[access.Role(v.Role)] {
		links = append(links, layout.Link{Text: p.Text(place.text), Href: place.path})
	}
	return links
}

// search is for those who may search among cases.
func search(v layout.Viewer, p *locale.Printer) *layout.Search {
	if !access.MayInOffice(access.Actor{Role: access.Role(v.Role)}, access.SearchPersons).Allowed {
		return nil
	}
	return &layout.Search{Action: "/work/search", Label: p.Text("menu.search")}
}
