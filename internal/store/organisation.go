package store

import (
	"context"

	"fotfaste/internal/ident"
)

// OrganisationKind is what an organisation is in the programme.
type OrganisationKind string

const (
	SocialServices          OrganisationKind = "social_services"
	LabourMarketUnit        OrganisationKind = "labour_market_unit"
	EmploymentService       OrganisationKind = "employment_service" // Arbetsförmedlingen
	SocialInsurance         OrganisationKind = "social_insurance"   // Försäkringskassan
	RegionHealthCare        OrganisationKind = "region_health_care"
	AdultEducation          OrganisationKind = "adult_education"
	ProviderKind            OrganisationKind = "provider"
	CoordinationAssociation OrganisationKind = "coordination_association"
)

// Organisation takes part in the programme.
type Organisation struct {
	ID       ident.ID
	Kind     OrganisationKind
	Name     string
	Locality string
}

func readOrganisation(row scanner, o *Organisation) error {
	return row.Scan(&o.ID, &o.Kind, &o.Name, &o.Locality)
}

// AddOrganisation stores a new organisation.
func (t *Tx) AddOrganisation(ctx context.Context, o Organisation) error {
	return t.run(ctx, `INSERT INTO organisation (municipality, id, kind, name, locality) VALUES ($1, $2, $3, $4, $5)`,
		t.Municipality, string(o.ID), string(o.Kind), o.Name, o.Locality)
}

// Organisations is every organisation, by kind and name.
func (t *Tx) Organisations(ctx context.Context) ([]Organisation, error) {
	return many(ctx, t, readOrganisation, `SELECT id, kind, name, locality FROM organisation
		WHERE municipality = $1 ORDER BY kind, name, id`, t.Municipality)
}

// Organisation is one organisation. NotFound where there is none.
func (t *Tx) Organisation(ctx context.Context, id ident.ID) (Organisation, error) {
	return one(ctx, t, readOrganisation, `SELECT id, kind, name, locality FROM organisation WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(id))
}
