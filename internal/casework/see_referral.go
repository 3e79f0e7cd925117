package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
)

// ReferralView is a referral as it would come out now.
type ReferralView struct {
	Header
	Intervention InterventionRow
	Criteria     []catalogue.CriterionResult
	Gate         placement.GateResult
	Ahead        int                // how many would stand before in the queue
	Turn         placement.Position // in the queue, once both days are chosen
	IsOffered    bool               // the place would be offered at once
	Unknown      Unknown            // of the gate, where nobody can be referred for lack of it
}

// TryReferral says how a referral would come out, line by line, and makes none. It is
// for those who may make it.
func (o *Office) TryReferral(ctx context.Context, actor access.Actor, id ident.ID, in Referral) (ReferralView, error) {
	var v ReferralView
	err := o.see(ctx, actor, access.Placements, id, func(d *desk) (err error) {
		if err := d.mayRefer(); err != nil {
			return err
		}
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		t, err := d.tryReferral(ctx, in)
		v.Intervention, v.Criteria, v.Gate, v.Ahead = t.row, t.criteria, t.gate, t.ahead
		v.IsOffered, v.Turn = t.offered, t.turn
		return v.Unknown.without(err)
	})
	return v, err
}

// Suggest is the first day on which the intervention begins for the participant, and
// the last of what it may last, the programme goes on, or half a year makes.
func (v ReferralView) Suggest(today period.Day) (from, to period.Day) {
	from = today
	if v.Case.Programme != nil {
		from = max(from, v.Case.Programme.From)
	}
	if next, found := v.Intervention.Ledger.NextStart(v.Intervention.Intervention, from); found {
		from = next
	}
	to = from.AddMonths(suggestedMonths).AddDays(-1)
	if weeks := v.Intervention.MaxWeeks; weeks > 0 {
		to = min(to, from.AddDays(7*weeks-1))
	}
	if v.Case.Programme != nil {
		to = min(to, v.Case.Programme.To)
	}
	return from, max(from, to)
}

const suggestedMonths = 6

func (d *desk) mayRefer() error {
	if !d.may(access.Refer) {
		return fault.New(fault.NotAllowed, "access.role")
	}
	return d.Case.Can(casefile.Refer)
}
