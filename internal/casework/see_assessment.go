package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/ident"
)

// AssessmentView is the assessments of a case.
type AssessmentView struct {
	Header
	Rounds []Round // newest first
	// Account is the participant's own, zero where they have none.
	Account ident.ID
	// Alone tells that private questions are put and their answers shown.
	Alone bool
}

// Round is the round with the identity, false where there is none.
func (v AssessmentView) Round(id ident.ID) (Round, bool) {
	for _, r := range v.Rounds {
		if r.ID() == id {
			return r, true
		}
	}
	return Round{}, false
}

// Open is the round of the instrument that goes on, false where none does.
func (v AssessmentView) Open(instrument string) (Round, bool) {
	for _, r := range v.Rounds {
		if r.Instrument.Code == instrument && !r.IsCompleted() {
			return r, true
		}
	}
	return Round{}, false
}

// SeeAssessment reads the assessments. Answers to private questions are there only for
// one who assesses, and who says that nobody else is in the room; the participant then
// sees their own.
func (o *Office) SeeAssessment(ctx context.Context, actor access.Actor, id ident.ID, alone bool) (AssessmentView, error) {
	v := AssessmentView{Alone: alone}
	err := o.see(ctx, actor, access.Assessment, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if v.Rounds, err = d.rounds(ctx); err != nil {
			return err
		}
		asks, answers := d.may(access.Assess), d.may(access.AssessMyself)
		v.Alone = alone && (asks || answers)
		for i, r := range v.Rounds {
			switch stripped := r.withoutPrivate(); {
			case !v.Alone:
				v.Rounds[i] = stripped
			case answers: // what the professional wrote down in private stays between them
				v.Rounds[i].Professional.Answers = stripped.Professional.Answers
			}
		}
		if v.Alone {
			d.note("private", true)
		}
		v.Account, err = d.participantAccount(ctx)
		return err
	})
	return v, err
}

// Latest is the newest completed round of the instrument, false where there is none.
func (v AssessmentView) Latest(instrument string) (Round, bool) { return latest(v.Rounds, instrument) }

func latest(rounds []Round, instrument string) (Round, bool) {
	for _, r := range rounds {
		if r.Instrument.Code == instrument && r.IsCompleted() {
			return r, true
		}
	}
	return Round{}, false
}

// jointProfile is what the latest joint assessment came to, private answers left out;
// nil where there is none yet.
func (d *desk) jointProfile(ctx context.Context) (*assessment.Profile, error) {
	rounds, err := d.rounds(ctx)
	if err != nil {
		return nil, err
	}
	r, found := latest(rounds, assessment.JointAssessment)
	if !found {
		return nil, nil
	}
	p := r.withoutPrivate().Profile()
	return &p, nil
}
