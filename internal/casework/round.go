package casework

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fotfaste/internal/assessment"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/store"
)

// Rating is one rater's answers.
type Rating = store.Rating

// Round is an instrument answered by the two raters side by side. A rating that nobody
// has begun has no identity.
type Round struct {
	Instrument   *assessment.Instrument
	Participant  Rating
	Professional Rating

	// How far each has come, section by section, private questions counted.
	Progress map[assessment.Rater][]assessment.Progress
	// Hidden tells that private answers have been left out of what is shown.
	Hidden bool
}

// ID names the round.
func (r Round) ID() ident.ID { return cmp.Or(r.Professional.ID, r.Participant.ID) }

// IsCompleted tells whether it is finished. Nothing in it changes after that.
func (r Round) IsCompleted() bool { return r.Professional.CompletedAt != nil }

// AnswersThemselves tells whether the participant has saved answers of their own.
// From then on nobody else writes them.
func (r Round) AnswersThemselves(participant ident.ID) bool {
	return !participant.IsZero() && r.Participant.By == participant && r.Participant.SavedAt.After(r.Participant.StartedAt)
}

// Left is how many required questions have no answer from the rater.
func (r Round) Left(rater assessment.Rater) int {
	n := 0
	for _, p := range r.Progress[rater] {
		n += p.Required
	}
	return n
}

// Profile is what the two ratings come to together.
func (r Round) Profile() assessment.Profile {
	return assessment.Together(
		r.Instrument.Score(assessment.Participant, r.Participant.Answers),
		r.Instrument.Score(assessment.Professional, r.Professional.Answers))
}

// withoutPrivate is the round as it can be shown with others in the room: no answer to
// a private question stands in it, nor anything that follows from one.
func (r Round) withoutPrivate() Round {
	strip := func(answers assessment.Answers) assessment.Answers {
		shown := assessment.Answers{}
		for code, a := range answers {
			if q, known := r.Instrument.Question(code); known && !q.Private {
				shown[code] = a
			}
		}
		return shown
	}
	r.Participant.Answers, r.Professional.Answers = strip(r.Participant.Answers), strip(r.Professional.Answers)
	r.Hidden = true
	return r
}

// rounds are the rounds of the case, newest first.
func (d *desk) rounds(ctx context.Context) ([]Round, error) {
	ratings, err := d.Ratings(ctx, d.Case.ID)
	if err != nil {
		return nil, err
	}
	var all []Round
	for _, rating := range ratings {
		in, known := assessment.Instruments()[rating.Instrument]
		if !known {
			return nil, fmt.Errorf("case %s is assessed with an unknown instrument %q", d.Case.ID, rating.Instrument)
		}
		i := slices.IndexFunc(all, func(r Round) bool { return r.lacks(rating) })
		if i < 0 {
			i = len(all)
			all = append(all, Round{Instrument: in, Progress: map[assessment.Rater][]assessment.Progress{}})
		}
		if rating.Rater == assessment.Participant {
			all[i].Participant = rating
		} else {
			all[i].Professional = rating
		}
	}
	for _, r := range all {
		for _, rating := range []Rating{r.Participant, r.Professional} {
			if !rating.ID.IsZero() {
				r.Progress[rating.Rater] = r.Instrument.Progress(rating.Rater, rating.Answers)
			}
		}
	}
	return all, nil
}

// lacks tells whether the rating is the one that the round is missing: of the same
// instrument, begun on the same day, by the other rater.
func (r Round) lacks(rating Rating) bool {
	there, missing := r.Professional, r.Participant
	if rating.Rater == assessment.Professional {
		there, missing = missing, there
	}
	return missing.ID.IsZero() && there.Instrument == rating.Instrument && clock.DayOf(there.StartedAt) == clock.DayOf(rating.StartedAt)
}

// round is the one with the identity. NotFound where the case has none such.
func (d *desk) round(ctx context.Context, id ident.ID) (Round, error) {
	rounds, err := d.rounds(ctx)
	if err != nil {
		return Round{}, err
	}
	for _, r := range rounds {
		if r.ID() == id {
			return r, nil
		}
	}
	return Round{}, fault.New(fault.NotFound, "fault.not_found")
}

// participantAccount is the participant's own account, zero where they have none.
func (d *desk) participantAccount(ctx context.Context) (ident.ID, error) {
	account, err := d.AccountOfPerson(ctx, d.Case.Person)
	if fault.CodeOf(err) == fault.NotFound {
		return "", nil
	}
	return account.ID, err
}
