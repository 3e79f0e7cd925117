package casework

import (
	"context"
	"slices"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/followup"
	"fotfaste/internal/ident"
)

// ProgressView is how it has gone: two rounds of the progression beside each other, and
// the moves on the ladder.
type ProgressView struct {
	Header
	Rounds   []Round // completed, newest first
	From, To *Round  // the two that are compared; nil before there are two
	Changes  []ThemeChange
	Moves    []followup.StepMove // in the order in which they were made
}

// ThemeChange is one theme in the two rounds, as each rater saw it. Nil where a rater
// has not answered both times.
type ThemeChange struct {
	Theme        assessment.Theme
	Participant  *assessment.Moved
	Professional *assessment.Moved
}

// Size is how much the theme has moved: the participant's own view where there is one.
func (c ThemeChange) Size() int {
	for _, m := range []*assessment.Moved{c.Participant, c.Professional} {
		if m != nil {
			return m.To - m.From
		}
	}
	return 0
}

// SeeProgress reads it. The rounds are those named, the two newest where none is.
func (o *Office) SeeProgress(ctx context.Context, actor access.Actor, id, from, to ident.ID) (ProgressView, error) {
	var v ProgressView
	err := o.see(ctx, actor, access.Assessment, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		if v.Moves, err = d.StepMoves(ctx, id); err != nil {
			return err
		}
		rounds, err := d.rounds(ctx)
		if err != nil {
			return err
		}
		for _, r := range rounds {
			if r.Instrument.Code == assessment.Progression && r.IsCompleted() {
				v.Rounds = append(v.Rounds, r.withoutPrivate())
			}
		}
		v.From, v.To = chosen(v.Rounds, from, to)
		if v.From != nil && v.To != nil {
			v.Changes = changesOf(*v.From, *v.To)
		}
		return nil
	})
	return v, err
}

// chosen are the rounds by their identities, earlier and later; the two newest where
// they are not both among the rounds.
func chosen(rounds []Round, from, to ident.ID) (earlier, later *Round) {
	at := func(id ident.ID) int {
		return slices.IndexFunc(rounds, func(r Round) bool { return r.ID() == id })
	}
	a, b := at(from), at(to)
	if a < 0 || b < 0 || a == b {
		a, b = 1, 0
	}
	if len(rounds) < 2 {
		return nil, nil
	}
	return &rounds[max(a, b)], &rounds[min(a, b)] // newest stands first
}

// changesOf are the themes that at least one rater has answered both times.
func changesOf(from, to Round) []ThemeChange {
	byRater := func(before, after Rating) map[assessment.Theme]*assessment.Moved {
		moved := map[assessment.Theme]*assessment.Moved{}
		for _, m := range assessment.Compare(before.Profile, after.Profile) {
			moved[m.Theme] = &m
		}
		return moved
	}
	participant, professional := byRater(from.Participant, to.Participant), byRater(from.Professional, to.Professional)
	var changes []ThemeChange
	for _, theme := range assessment.Themes() {
		c := ThemeChange{Theme: theme, Participant: participant[theme], Professional: professional[theme]}
		if c.Participant != nil || c.Professional != nil {
			changes = append(changes, c)
		}
	}
	return changes
}
