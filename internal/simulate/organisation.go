package simulate

import (
	_ "embed"
	"fmt"

	"fotfaste/internal/ident"
)

//go:embed data/organisations.csv
var organisationsFile string

// Kinds of organisation.
const (
	SocialServices    = "social_services"
	LabourMarketUnit  = "labour_market_unit"
	AdultEducation    = "adult_education"
	EmploymentService = "employment_service"
	SocialInsurance   = "social_insurance"
	Region            = "region"
	Coordination      = "coordination_association"
	Provider          = "provider"
)

// Organisation takes part in the programme.
type Organisation struct {
	ID   ident.ID `json:"id"`
	Code string   `json:"code"` // short and stable, for the other files
	Name string   `json:"name"`
	Kind string   `json:"kind"`
}

func (m *Municipality) organise() {
	for i, row := range rows(organisationsFile) {
		m.Organisations = append(m.Organisations, Organisation{
			ID:   newStream(m.Seed, "organisation", i).identity(m.Today.AddYears(-3)),
			Code: row[0], Name: row[1], Kind: row[2],
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

// Role is what an account may be.
type Role string

const (
	CaseManager    Role = "case_manager"
	Assessor       Role = "assessor" // in the multi-professional team (004 s. 7.3)
	DecisionMaker  Role = "decision_maker"
	PaymentOfficer Role = "payment_officer" // one prepares, another attests
	Supervisor     Role = "supervisor"      // at a provider
	Manager        Role = "manager"
	Evaluator      Role = "evaluator"
	Administrator  Role = "administrator"
	Auditor        Role = "auditor"
	Partner        Role = "partner" // at an agency that carries part of a plan
)

// Account is somebody who works with the programme.
type Account struct {
	ID           ident.ID `json:"id"`
	Login        string   `json:"login"`
	Name         string   `json:"name"`
	Role         Role     `json:"role"`
	Organisation ident.ID `json:"organisation"`
}

// comfortableLoad is how many active cases a case manager has on the average, so
// that there is room below the limit in the weeks when many begin at once.
const comfortableLoad = 15

func (m *Municipality) employ() {
	active := m.cases * shareActive / 1000
	m.hire(CaseManager, "labour_market_unit", active/comfortableLoad+3)
	m.hire(Assessor, "labour_market_unit", 3+m.cases/300)
	m.hire(Assessor, "region", 1+m.cases/500)
	m.hire(DecisionMaker, "social_services", 2+m.cases/400)
	m.hire(PaymentOfficer, "social_services", 3)
	m.hire(Manager, "labour_market_unit", 1+m.cases/1000)
	m.hire(Evaluator, "coordination", 1)
	m.hire(Administrator, "labour_market_unit", 1)
	m.hire(Auditor, "social_services", 1)
	for _, o := range m.Organisations {
		switch o.Kind {
		case Provider:
			m.hire(Supervisor, o.Code, 2)
		case AdultEducation, EmploymentService, SocialInsurance, Region:
			m.hire(Partner, o.Code, 2)
		}
	}
	// Education, support and work training that the municipality runs itself have
	// supervisors too.
	for _, code := range []string{"adult_education", "labour_market_unit", "social_services", "region"} {
		m.hire(Supervisor, code, 1)
	}
}

func (m *Municipality) hire(role Role, organisation string, people int) {
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
func (m *Municipality) withRole(role Role) []*Account {
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
	for _, a := range m.withRole(Supervisor) {
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
