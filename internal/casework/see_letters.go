package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// LetterForm is how a letter is read.
type LetterForm string

const (
	OnPage     LetterForm = "page"
	AsDocument LetterForm = "document"
)

// LetterView is one letter in the language that was asked for.
type LetterView struct {
	Header
	Letter
	Others  []Letter      // the same letter in other languages
	Time    *AppealTime   // to appeal what it tells of; nil where it tells of nothing to appeal
	Appeals []FiledAppeal // of what it tells of, newest first
	Today   period.Day
}

// SeeLetter reads a letter of the case, and journals which one and in what form. When
// it is the participant who opens it they have got it, if the day was not known
// before: from then the time to appeal is counted (FL (2017:900) 44 §).
func (o *Office) SeeLetter(ctx context.Context, actor access.Actor, id, letterID ident.ID, form LetterForm) (LetterView, error) {
	var v LetterView
	err := o.see(ctx, actor, access.Decisions, id, func(d *desk) (err error) {
		d.note("letter", letterID)
		d.note("form", form)
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Today = d.Today
		if v.Letter, err = d.Letter(ctx, id, letterID); err != nil {
			return err
		}
		if actor.Role == access.Participant && v.InformedOn == nil {
			if err := d.got(ctx, &v.Letter, d.Today, letter.Opened); err != nil {
				return err
			}
		}
		if v.Time, err = d.appealTime(v.Letter); err != nil {
			return err
		}
		if v.Appeals, err = d.appealsOf(ctx, v.Subject); err != nil {
			return err
		}
		lines, err := d.letterLines(ctx)
		for _, line := range lines {
			for _, other := range append(line.Others, line.Letter) {
				if line.Subject == v.Subject && other.Letter.Kind == v.Letter.Letter.Kind && other.ID != v.ID {
					v.Others = append(v.Others, other)
				}
			}
		}
		return err
	})
	return v, err
}

// got notes the day on which the person got the letter, and tells the journey.
func (d *desk) got(ctx context.Context, l *Letter, on period.Day, how letter.Way) error {
	first, err := d.LetterGot(ctx, *l, on, how)
	if err != nil || !first {
		return err
	}
	l.InformedOn, l.InformedHow = &on, how
	return d.tell(ctx, casefile.LetterGot, map[string]any{"How": "@letters.how." + string(how), "On": on.String()})
}

// MyLetters is every letter to the participant, in all their cases, newest first.
type MyLetters struct {
	Letters []LetterLine
	Today   period.Day
}

// SeeMyLetters reads them.
func (o *Office) SeeMyLetters(ctx context.Context, actor access.Actor) (MyLetters, error) {
	var v MyLetters
	cases, err := o.myCases(ctx, actor)
	for _, c := range cases {
		if err != nil {
			break
		}
		err = o.see(ctx, actor, access.Decisions, c, func(d *desk) error {
			lines, err := d.letterLines(ctx)
			v.Letters, v.Today = append(v.Letters, lines...), d.Today
			return err
		})
	}
	return v, err
}

// MyLetterCase is the case of the participant's own that the letter is of. NotFound
// for anybody else's letter. It tells nothing but which case it is.
func (o *Office) MyLetterCase(ctx context.Context, actor access.Actor, letterID ident.ID) (ident.ID, error) {
	cases, err := o.myCases(ctx, actor)
	if err != nil {
		return "", err
	}
	found := ident.ID("")
	err = o.DB.Read(ctx, actor.Municipality, func(tx *store.Tx) error {
		for _, c := range cases {
			_, err := tx.Letter(ctx, c, letterID)
			switch {
			case err == nil:
				found = c
				return nil
			case fault.CodeOf(err) != fault.NotFound:
				return err
			}
		}
		return fault.New(fault.NotFound, "fault.not_found")
	})
	return found, err
}

// LetterReceipt is that the person has got a letter, otherwise than by opening it in
// their own pages.
type LetterReceipt struct {
	Form
	On  period.Day
	How letter.Way // HandedOver or Posted
}

// NoteLetterGot notes it. Conflict where the day is known: it is never changed, since
// the last day to appeal follows from it.
func (o *Office) NoteLetterGot(ctx context.Context, actor access.Actor, id, letterID ident.ID, in LetterReceipt) error {
	return o.act(ctx, actor, access.NoteLetterGot, id, in.Form, func(d *desk) error {
		d.quiet = true
		d.note("letter", letterID)
		l, err := d.Letter(ctx, id, letterID)
		if err != nil {
			return err
		}
		made := dayOfMaybe(&l.MadeAt)
		var faults fault.Fields
		faults.Check(in.How == letter.HandedOver || in.How == letter.Posted, "how", "form.not_a_choice")
		faults.Check(in.On >= *made, "on", "letters.got_before", "Made", *made)
		faults.Check(in.On <= d.Today, "on", "letters.got_later")
		if err := faults.Err(); err != nil {
			return err
		}
		if l.InformedOn != nil {
			return fault.New(fault.Conflict, "letters.got_already", "On", *l.InformedOn)
		}
		return d.got(ctx, &l, in.On, in.How)
	})
}
