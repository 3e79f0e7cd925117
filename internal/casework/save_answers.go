package casework

import (
	"context"
	"reflect"

	"fotfaste/internal/access"
	"fotfaste/internal/assessment"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
)

// Sitting is one theme as it was answered: of which round, whether anybody else was in
// the room, and what was answered. Seen is when the rating that the page was made from
// had been saved, in microseconds; 0 where none was shown.
type Sitting struct {
	Form         // its Version is not asked for: answers are no change of the case itself
	Round        ident.ID
	Section      string
	Alone        bool
	Seen         int64
	Participant  assessment.Answers
	Professional assessment.Answers
}

// SaveAnswers keeps what the two have come to, half done or not. What the participant
// has answered on their own page is theirs: Stale where somebody else would change it.
// A message stands beside a field named as the rater and the question.
func (o *Office) SaveAnswers(ctx context.Context, actor access.Actor, id ident.ID, in Sitting) error {
	return o.saveAnswers(ctx, actor, access.Assess, id, in, func(d *desk, r Round) error {
		own, err := d.participantAccount(ctx)
		if err != nil {
			return err
		}
		professional, err := d.fill(ctx, r, as(assessment.Professional, r.Professional), in, in.Professional)
		if err != nil {
			return err
		}
		var participant fault.Fields
		switch {
		case !r.AnswersThemselves(own):
			participant, err = d.fill(ctx, r, as(assessment.Participant, r.Participant), in, in.Participant)
		case len(in.Participant) > 0:
			err = fault.New(fault.Stale, "intake.assessment.answers_themselves")
		}
		if err != nil {
			return err
		}
		return append(participant, professional...).Err()
	})
}

// SaveMyAnswers keeps what the participant has answered on their own page.
func (o *Office) SaveMyAnswers(ctx context.Context, actor access.Actor, id ident.ID, in Sitting) error {
	return o.saveAnswers(ctx, actor, access.AssessMyself, id, in, func(d *desk, r Round) error {
		faults, err := d.fill(ctx, r, as(assessment.Participant, r.Participant), in, in.Participant)
		if err != nil {
			return err
		}
		return faults.Err()
	})
}

func (o *Office) saveAnswers(ctx context.Context, actor access.Actor, act access.Act, id ident.ID, in Sitting, fill func(*desk, Round) error) error {
	in.Version = 0
	return o.act(ctx, actor, act, id, in.Form, func(d *desk) error {
		d.quiet = true
		if err := d.Case.Can(casefile.Assess); err != nil {
			return err
		}
		r, err := d.round(ctx, in.Round)
		if err != nil {
			return err
		}
		if r.IsCompleted() {
			return fault.New(fault.Stale, "intake.assessment.completed")
		}
		d.note("section", in.Section)
		return fill(d, r)
	})
}

// fill merges the answers of one sitting into the rating and keeps it, if anything is
// new. The faults are of the answers, the error of everything else.
func (d *desk) fill(ctx context.Context, r Round, rating Rating, in Sitting, answers assessment.Answers) (fault.Fields, error) {
	merged, err := merge(r.Instrument, rating, in, answers)
	if err != nil {
		return nil, err
	}
	if len(merged) == 0 && len(rating.Answers) == 0 || reflect.DeepEqual(merged, rating.Answers) {
		return nil, nil
	}
	if seen := rating.SavedAt.UnixMicro(); in.Seen != 0 && in.Seen != seen && rating.Rater == d.rater() {
		return nil, fault.New(fault.Stale, "intake.assessment.changed")
	}
	var faults fault.Fields
	for _, f := range r.Instrument.Validate(rating.Rater, merged, false) {
		f.Name = AnswerField(rating.Rater, f.Name)
		faults = append(faults, f)
	}
	if len(faults) > 0 {
		return faults, nil
	}
	rating.Answers, rating.By, rating.SavedAt = merged, d.Actor.Account, d.Now
	if rating.ID.IsZero() {
		rating.ID, rating.Case, rating.StartedAt = d.newID(), d.Case.ID, r.Professional.StartedAt
		rating.Instrument, rating.Version = r.Instrument.Code, r.Instrument.Version
		return nil, d.AddRating(ctx, rating)
	}
	return nil, d.SaveRating(ctx, rating)
}

// as is the rating of the rater, also where it has not begun.
func as(rater assessment.Rater, rating Rating) Rating {
	rating.Rater = rater
	return rating
}

// AnswerField is the name of the field that holds a rater's answer to a question.
func AnswerField(r assessment.Rater, question string) string { return string(r) + "-" + question }

// rater is the one as which the actor answers.
func (d *desk) rater() assessment.Rater {
	if d.Act == access.AssessMyself {
		return assessment.Participant
	}
	return assessment.Professional
}

// merge is the rating's answers after the sitting: questions of the section that were
// put and left empty lose their answer, all others keep theirs.
func merge(instrument *assessment.Instrument, rating Rating, in Sitting, answers assessment.Answers) (assessment.Answers, error) {
	talk := assessment.Talk{Rater: rating.Rater, Alone: in.Alone}
	merged := assessment.Answers{}
	for code, a := range rating.Answers {
		merged[code] = a
	}
	for _, s := range instrument.Shown(talk, rating.Answers) {
		if s.Code != in.Section {
			continue
		}
		for _, q := range s.Questions {
			delete(merged, q.Code)
		}
	}
	for code, a := range answers {
		q, known := instrument.Question(code)
		if !known || q.Private && !in.Alone {
			return nil, fault.New(fault.Invalid, "assessment.answer.not_alone")
		}
		merged[code] = a
	}
	return merged, nil
}
