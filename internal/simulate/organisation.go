package simulate

import (
	_ "embed"
	"fmt"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

//go:embed data/organisations.csv
var organisationsFile string

// Organisation takes part in the programme.
type Organisation struct {
	ID   ident.ID               `json:"id"`
	Code string                 `json:"code"` // short and stable, for the other files
	Name string                 `json:"name"`
	Kind store.OrganisationKind `json:"kind"`
}

func (m *Municipality) organise() {
	for i, row := range rows(organisationsFile) {
		m.Organisations = append(m.Organisations, Organisation{
			ID:   newStream(m.Seed, "organisation", i).identity(m.Today.AddYears(-3)),
			Code: row[0], Name: row[1], Kind: store.OrganisationKind(row[2]),
		})
	}
}

// organisation finds one by its code, which the embedded files hold to.
func (m *Municipality) organisation(code string) *Organisation {
	for i := range m.Organisations {
		if m.Organisations[i].Code == code {
			return &m.Organisations[i]
		}
	}
	panic("simulate: no organisation " + code)
}

// Account is somebody who works with the programme.
type Account struct {
	ID           ident.ID    `json:"id"`
	Login        string      `json:"login"`
	Name         string      `json:"name"`
	Role         access.Role `json:"role"`
	Organisation ident.ID    `json:"organisation"`
}

// comfortableLoad is how many active cases a case manager has on the average, so
// that there is room below the limit in the weeks when many begin at once.
const comfortableLoad = 15

func (m *Municipality) employ() {
	active := m.cases * shareActive / 1000
	m.hire(access.CaseManager, "labour_market_unit", active/comfortableLoad+3)
	m.hire(access.Assessor, "labour_market_unit", 3+m.cases/300)
	m.hire(access.Assessor, "region", 1+m.cases/500)
	m.hire(access.DecisionMaker, "social_services", 2+m.cases/400)
	m.hire(access.PaymentOfficer, "social_services", 3)
	m.hire(access.Manager, "labour_market_unit", 1+m.cases/1000)
	m.hire(access.Evaluator, "coordination", 1)
	m.hire(access.Administrator, "labour_market_unit", 1)
	m.hire(access.Auditor, "social_services", 1)
	for _, o := range m.Organisations {
		switch o.Kind {
		case store.ProviderKind:
			m.hire(access.ProviderSupervisor, o.Code, 2)
		case store.AdultEducation, store.EmploymentService, store.SocialInsurance, store.RegionHealthCare:
			m.hire(access.Partner, o.Code, 2)
		}
	}
	// Education, support and work training that the municipality runs itself have
	// supervisors too.
	for _, code := range []string{"adult_education", "labour_market_unit", "social_services", "region"} {
		m.hire(access.ProviderSupervisor, code, 1)
	}
}

func (m *Municipality) hire(role access.Role, organisation string, people int) {
	o := m.organisation(organisation)
	before := 0
	for _, a := range m.Staff {
		if a.Role == role {
			before++
		}
	}
	for i := range people {
		s := newStream(m.Seed, "account "+string(role), before+i)
		n := namesByLanguage[s.weighted(tonguesOfStaff)]
		given := one(s, [][]string{n.women, n.women, n.men})
		m.Staff = append(m.Staff, Account{
			ID:    s.identity(m.Today.AddYears(-3).AddDays(1)),
			Login: fmt.Sprintf("%s-%02d", role, before+i+1),
			Name:  one(s, given) + " " + one(s, n.family),
			Role:  role, Organisation: o.ID,
		})
	}
}

var tonguesOfStaff = []int{76, 5, 2, 4, 2, 1, 4, 1, 1, 1, 1, 0, 2, 0}

// withRole are the accounts of the role, in the order they were hired.
func (m *Municipality) withRole(role access.Role) []*Account {
	var out []*Account
	for i := range m.Staff {
		if m.Staff[i].Role == role {
			out = append(out, &m.Staff[i])
		}
	}
	return out
}

// supervisorsOf are the supervisors of an organisation.
func (m *Municipality) supervisorsOf(organisation ident.ID) []*Account {
	var out []*Account
	for _, a := range m.withRole(access.ProviderSupervisor) {
		if a.Organisation == organisation {
			out = append(out, a)
		}
	}
	return out
}

func (m *Municipality) staffCounts() map[string]int {
	counts := map[string]int{}
	for _, a := range m.Staff {
		counts[string(a.Role)]++
	}
	return counts
}
