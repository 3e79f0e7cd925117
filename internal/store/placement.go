package store

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

const placementColumns = `x.id, x.case_id, x.intervention_id, x.state, x.track, x.hours, x.from_day, x.to_day, x.gate,
	x.referred_by, x.referred_at, x.priority, x.precedence, x.queued_at, x.offered_at, x.offer_until, x.provider_said,
	x.participant_said, x.started_on, x.ended_on, x.declined_by, x.reason`

func readPlacement(row scanner, p *placement.Placement) error { return placementInto(row, p) }

func placementInto(row scanner, p *placement.Placement, more ...any) error {
	into := []any{&p.ID, &p.Case, &p.Intervention, &p.State, &p.Track, &p.Hours, intoDayOrNil(&p.From), intoDayOrNil(&p.To),
		asJSON{&p.Passage}, &p.ReferredBy, intoTime(&p.ReferredAt), &p.Priority, &p.Precedence, intoTimeOrNil(&p.QueuedAt),
		intoTimeOrNil(&p.OfferedAt), intoDayOrNil(&p.OfferUntil), &p.ProviderSaid, &p.ParticipantSaid, intoDayOrNil(&p.StartedOn),
		intoDayOrNil(&p.EndedOn), &p.DeclinedBy, &p.Reason}
	return row.Scan(append(into, more...)...)
}

// AddPlacement stores a new placement. It moves no hours: see Hold.
func (t *Tx) AddPlacement(ctx context.Context, p placement.Placement) error {
	return t.run(ctx, `INSERT INTO placement (municipality, id, case_id, intervention_id, state, track, hours, from_day, to_day, gate,
			referred_by, referred_at, priority, precedence, queued_at, offered_at, offer_until, provider_said, participant_said,
			started_on, ended_on, declined_by, reason)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
		t.Municipality, string(p.ID), string(p.Case), string(p.Intervention), string(p.State), string(p.Track), p.Hours,
		dayOrNull(p.From), dayOrNull(p.To), asJSON{p.Passage}, string(p.ReferredBy), at(p.ReferredAt), string(p.Priority), p.Precedence,
		atOrNull(p.QueuedAt), atOrNull(p.OfferedAt), dayOrNull(p.OfferUntil), string(p.ProviderSaid), string(p.ParticipantSaid),
		dayOrNull(p.StartedOn), dayOrNull(p.EndedOn), string(p.DeclinedBy), p.Reason)
}

// SavePlacement stores where a placement has come. How it was referred stays, but for
// the first day: an offer may move it.
func (t *Tx) SavePlacement(ctx context.Context, p placement.Placement) error {
	return t.run(ctx, `UPDATE placement SET state = $3, queued_at = $4, offered_at = $5, offer_until = $6, provider_said = $7,
			participant_said = $8, started_on = $9, ended_on = $10, declined_by = $11, reason = $12, from_day = $13
		WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(p.ID), string(p.State), atOrNull(p.QueuedAt), atOrNull(p.OfferedAt), dayOrNull(p.OfferUntil),
		string(p.ProviderSaid), string(p.ParticipantSaid), dayOrNull(p.StartedOn), dayOrNull(p.EndedOn), string(p.DeclinedBy), p.Reason, dayOrNull(p.From))
}

// Placement is one placement. NotFound where there is none.
func (t *Tx) Placement(ctx context.Context, id ident.ID) (placement.Placement, error) {
	return one(ctx, t, readPlacement, `SELECT `+placementColumns+` FROM placement x WHERE x.municipality = $1 AND x.id = $2`,
		t.Municipality, string(id))
}

// PlacementRow is a placement with the names of what it is in.
type PlacementRow struct {
	placement.Placement
	InterventionName string
	Provider         ident.ID
	ProviderName     string
}

// PlacementsOf is every placement of the case, the latest referral first.
func (t *Tx) PlacementsOf(ctx context.Context, of ident.ID) ([]PlacementRow, error) {
	return many(ctx, t, func(row scanner, r *PlacementRow) error {
		return placementInto(row, &r.Placement, &r.InterventionName, &r.Provider, &r.ProviderName)
	}, `SELECT `+placementColumns+`, i.name, i.provider_id, o.name FROM placement x
		JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
		JOIN organisation o ON o.municipality = i.municipality AND o.id = i.provider_id
		WHERE x.municipality = $1 AND x.case_id = $2 ORDER BY x.referred_at DESC, x.id DESC`, t.Municipality, string(of))
}

// Waiting is who waits for the intervention. A placement whose last day has passed
// waits for nothing any more.
func (t *Tx) Waiting(ctx context.Context, intervention ident.ID, today period.Day) ([]placement.Waiting, error) {
	return many(ctx, t, func(row scanner, w *placement.Waiting) error {
		return row.Scan(&w.Placement, &w.Hours, &w.From, &w.To, &w.Priority, intoTime(&w.QueuedAt))
	}, `SELECT id, hours, from_day, to_day, priority, queued_at FROM placement
		WHERE municipality = $1 AND intervention_id = $2 AND state = $3 AND to_day >= $4 ORDER BY queued_at, id`,
		t.Municipality, string(intervention), string(placement.Queued), today)
}

// HostedRow is somebody that a provider has, or is asked to take.
type HostedRow struct {
	PlacementRow
	ParticipantName string
}

// Hosted is the placements at the provider in the states, as far as the actor may
// see them, by name. The access rules stand inside the query.
func (t *Tx) Hosted(ctx context.Context, a access.Actor, m access.Moment, provider ident.ID, states []placement.State) ([]HostedRow, error) {
	args := []any{t.Municipality, string(provider)}
	places, args := placeholders(args, states)
	may := filter(a, access.See(access.Placements), m, len(args)+1)
	args = append(args, may.Args...)
	return many(ctx, t, func(row scanner, r *HostedRow) error {
		var given, family string
		err := placementInto(row, &r.Placement, &r.InterventionName, &r.Provider, &r.ProviderName, &given, &family)
		r.ParticipantName = given + " " + family
		return err
	}, `SELECT `+placementColumns+`, i.name, i.provider_id, o.name, p.given_name, p.family_name FROM placement x
		JOIN intervention i ON i.municipality = x.municipality AND i.id = x.intervention_id
		JOIN organisation o ON o.municipality = i.municipality AND o.id = i.provider_id
		JOIN programme_case c ON c.municipality = x.municipality AND c.id = x.case_id
		JOIN person p ON p.municipality = c.municipality AND p.id = c.person_id
		WHERE x.municipality = $1 AND i.provider_id = $2 AND x.state IN (`+places+`) AND `+may.SQL+`
		ORDER BY p.sort_name, x.id`, args...)
}
