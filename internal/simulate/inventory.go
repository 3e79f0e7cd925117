package simulate

import (
	_ "embed"
	"strings"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

//go:embed data/interventions.csv
var interventionsFile string

// Intervention is a row of the catalogue with a short name for the other files.
type Intervention struct {
	Code         string `json:"code"`
	ProviderName string `json:"provider_name"`
	catalogue.Intervention
	HeldHours int `json:"held_hours"` // in the week of the reference day

	weeks map[period.Week]int // hours held, of every story that has been told
	waits bool                // somebody stands in its queue
}

// startEvery is how many weeks there are between the starts of a cohort.
const startEvery = 8

func (m *Municipality) furnish() {
	for i, row := range rows(interventionsFile) {
		provider := m.organisation(row[1])
		number := func(column int) int { return mustNumber(row[column]) }
		in := Intervention{Code: row[0], ProviderName: provider.Name, Intervention: catalogue.Intervention{
			ID:       newStream(m.Seed, "intervention", i).identity(m.Today.AddYears(-3).AddDays(2)),
			Provider: provider.ID, Name: row[2], Category: catalogue.Category(row[3]),
			Kind: catalogue.Kind(row[4]), Theme: catalogue.Theme(row[5]),
			StepFrom: number(6), StepTo: number(7), LeadsTo: number(8),
			Places: number(9), HoursPerPlace: number(10), HoursFrom: number(11), HoursTo: number(12),
			Locality: row[13], LanguageSupport: row[14] == "yes", SupervisionOnSite: row[15] == "yes",
			Start: catalogue.Start(row[16]), MaxWeeks: number(17), Purpose: row[20], Evidence: catalogue.Evidence(row[21]),
			Contact:   "kontakt@" + strings.ReplaceAll(provider.Code, "_", "-") + ".example",
			Municipal: provider.Kind != store.RegionHealthCare, PriceModel: catalogue.OwnUnit, Open: true,
		}}
		if least := number(18); least > 0 {
			in.Criteria.Ability = &catalogue.Range{Least: least, Most: catalogue.FullTime}
		}
		in.Criteria.Swedish = catalogue.SwedishLevel(row[19])
		if in.Category == catalogue.MunicipalGroup {
			in.Criteria.Excludes = []catalogue.Group{catalogue.SeriousAddiction}
		}
		if provider.Kind == store.ProviderKind && in.Category != catalogue.MunicipalGroup {
			in.PriceModel, in.Price = catalogue.PerPerson, money.Kronor(20*in.HoursPerPlace)
		}
		if in.Start == catalogue.Cohort {
			for week := m.Today.Week().AddWeeks(-104 + i%startEvery); week < m.Today.Week().AddWeeks(52); week = week.AddWeeks(startEvery) {
				in.StartDays = append(in.StartDays, week.Monday())
			}
		}
		m.Interventions = append(m.Interventions, in)
	}
}

func (m *Municipality) places() PlacesSummary {
	out := PlacesSummary{Interventions: len(m.Interventions)}
	for _, i := range m.Interventions {
		switch i.Category {
		case catalogue.WithSupervisors:
			out.WorkOriented += i.Places
		case catalogue.MunicipalGroup:
			out.MunicipalGroup += i.Places
		case catalogue.OccupationPlace:
			out.Occupation += i.Places
		default:
			out.Beside += i.Places
		}
	}
	out.Total = out.WorkOriented + out.MunicipalGroup + out.Occupation
	for _, o := range m.Organisations {
		out.Providers += count(o.Kind == store.ProviderKind)
	}
	return out
}
