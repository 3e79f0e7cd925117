package plan

import (
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Plan is one version of a participant's implementation plan. A version that has
// left Draft is never changed: a change is a new version.
type Plan struct {
	ID         ident.ID    `json:"id"`
	Case       ident.ID    `json:"case"`
	Version    int         `json:"version"` // 1 for the first
	State      State       `json:"state"`
	Goal       string      `json:"goal"` // the participant's own words
	SubGoals   []SubGoal   `json:"sub_goals"`
	Activities []Activity  `json:"activities"`
	ReviewOn   *period.Day `json:"review_on"` // nil until chosen
	SIP        bool        `json:"sip"`       // also the coordinated plan of municipality and region (004 s. 7.4)
}

// SubGoal is a step towards the goal, in the participant's own words.
type SubGoal struct {
	Text    string `json:"text"`
	Track   Track  `json:"track"`
	Reached bool   `json:"reached"`
}

// Activity is something the participant does each week, between two days. A
// draft may lack either day; a proposed plan has both, for nothing is planned
// until further notice (004 s. 4.2).
type Activity struct {
	ID           ident.ID    `json:"id"` // the same in every version that has the activity
	Track        Track       `json:"track"`
	What         string      `json:"what"`
	ProviderName string      `json:"provider_name"`
	Placement    ident.ID    `json:"placement"` // zero where no place in the catalogue is used
	Hours        int         `json:"hours"`     // hours per week
	From         *period.Day `json:"from"`
	To           *period.Day `json:"to"`      // last day, part of the activity
	Carrier      ident.ID    `json:"carrier"` // organisation; zero when the participant carries it alone
}

// RunsOn tells whether the day is within the activity. An activity that lacks a
// day runs on none.
func (a Activity) RunsOn(day period.Day) bool {
	return a.From != nil && a.To != nil && *a.From <= day && day <= *a.To
}

// Carriers are the organisations that carry an activity each, in the order the
// plan first names them.
func (p Plan) Carriers() []ident.ID {
	var carriers []ident.ID
	seen := map[ident.ID]bool{"": true}
	for _, a := range p.Activities {
		if !seen[a.Carrier] {
			seen[a.Carrier] = true
			carriers = append(carriers, a.Carrier)
		}
	}
	return carriers
}
