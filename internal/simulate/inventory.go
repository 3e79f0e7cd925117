package simulate

import (
	_ "embed"
	"strings"

	"fotfaste/internal/ident"
)

//go:embed data/interventions.csv
var interventionsFile string

// Categories of the inventory (004 s. 7.1.1).
const (
	WorkOriented   = "work_oriented"   // with supervisors of their own
	MunicipalGroup = "municipal_group" // at the municipality and its companies
	OccupationKind = "occupation"
	BesideOthers   = "other" // education, care and support, beside the inventory
)

// Intervention is a kind of support with places.
type Intervention struct {
	ID                ident.ID `json:"id"`
	Code              string   `json:"code"`
	Provider          ident.ID `json:"provider"`
	ProviderName      string   `json:"provider_name"`
	Name              string   `json:"name"`
	Purpose           string   `json:"purpose"`
	Category          string   `json:"category"`
	Kind              string   `json:"kind"`
	Theme             string   `json:"theme"`
	Steps             []int    `json:"steps"`    // of the function ladder, 1-6
	LeadsTo           []int    `json:"leads_to"` // steps
	Places            int      `json:"places"`
	HoursPerPlace     int      `json:"hours_per_place"` // per week
	Locality          string   `json:"locality"`
	LanguageSupport   bool     `json:"language_support"`
	SupervisionOnSite bool     `json:"supervision_on_site"`
	Start             string   `json:"start"` // rolling or cohort
	MaxWeeks          int      `json:"max_weeks"`
	LeastAbility      int      `json:"least_ability_hours"` // hours a week
	LeastSwedish      string   `json:"least_swedish"`       // none: no limits; easy: easy Swedish will do; any
}

func (m *Municipality) furnish() {
	for i, row := range rows(interventionsFile) {
		provider := m.organisation(row[1])
		m.Interventions = append(m.Interventions, Intervention{
			ID:   newStream(m.Seed, "intervention", i).identity(m.Today.AddYears(-3).AddDays(2)),
			Code: row[0], Provider: provider.ID, ProviderName: provider.Name, Name: row[2],
			Category: row[3], Kind: row[4], Theme: row[5],
			Steps: steps(row[6]), LeadsTo: steps(row[7]),
			Places: mustNumber(row[8]), HoursPerPlace: mustNumber(row[9]), Locality: row[10],
			LanguageSupport: row[11] == "yes", SupervisionOnSite: row[12] == "yes",
			Start: row[13], MaxWeeks: mustNumber(row[14]), LeastAbility: mustNumber(row[15]),
			LeastSwedish: row[16], Purpose: row[17],
		})
	}
}

func steps(text string) []int {
	out := []int{}
	for _, f := range strings.Fields(text) {
		out = append(out, mustNumber(f))
	}
	return out
}

func (m *Municipality) places() PlacesSummary {
	out := PlacesSummary{Interventions: len(m.Interventions)}
	for _, i := range m.Interventions {
		switch i.Category {
		case WorkOriented:
			out.WorkOriented += i.Places
		case MunicipalGroup:
			out.MunicipalGroup += i.Places
		case OccupationKind:
			out.Occupation += i.Places
		default:
			out.Beside += i.Places
		}
	}
	out.Total = out.WorkOriented + out.MunicipalGroup + out.Occupation
	for _, o := range m.Organisations {
		out.Providers += count(o.Kind == Provider)
	}
	return out
}
