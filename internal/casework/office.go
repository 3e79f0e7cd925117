package casework

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// Office is where casework is done: the database, the clock, the source of
// identities, the law and the words of letters, handed in once.
type Office struct {
	DB    *store.DB
	Clock clock.Clock
	IDs   *ident.Source
	Law   *law.Book

	books books
	Words func(language string) letter.Words // the texts that letters are written with
}

// Form is what every changing request carries beside its own fields.
type Form struct {
	Token   string // made with the page; a form sent twice has the same one
	Version int    // of the case when the page was made; 0 where none was shown
}

// desk is one use case at work: a transaction, who acts, when, and on which case.
type desk struct {
	*store.Tx
	Office *Office
	Actor  access.Actor
	Act    access.Act
	Now    time.Time
	Today  period.Day
	Ground string      // the access rule that opened it
	people access.Case // who people are to the case, where there is one

	Case  casefile.Case // changed by the use case, saved by act
	quiet bool          // nothing changes that others have before them: the version stands

	detail map[string]any // what the journal says of it
	told   int            // lines put in journeys
	moves  []LedgerMove   // of hours, that no journal entry has told of yet
}

// newID is a new identity that sorts at the desk's instant.
func (d *desk) newID() ident.ID { return d.Office.IDs.New(d.Now) }

// moment is when the access rules are asked.
func (d *desk) moment() access.Moment { return access.Moment{At: d.Now, Day: d.Today} }

// may tells whether the actor may also do something else with the same case, so
// that a page shows only what will be answered.
func (d *desk) may(act access.Act) bool {
	return access.Decide(d.Actor, act, d.people, d.moment()).Allowed
}

// note adds a value to the journal entry of this use case.
func (d *desk) note(name string, value any) {
	if d.detail == nil {
		d.detail = map[string]any{}
	}
	d.detail[name] = value
}

// tell puts a line in the journey of the case. Values stand in its sentence.
func (d *desk) tell(ctx context.Context, kind casefile.EventKind, values map[string]any) error {
	return d.AddEvent(ctx, casefile.Event{
		ID: d.newID(), Case: d.Case.ID, At: d.tellingAt(), Kind: kind, Part: string(d.Act.Part),
		Actor: d.Actor.Account, ActorName: d.Actor.Name, Values: values,
	})
}

// tellingAt is when the next line is told: a moment after the one before, so that
// lines of one use case stand in the order in which they were told.
func (d *desk) tellingAt() time.Time {
	d.told++
	return d.Now.Add(time.Duration(d.told-1) * time.Microsecond)
}

// act does something with a case: asks access, takes the form in once, refuses a
// stale version, lets work change desk.Case and more, saves and journals, all in
// one transaction.
func (o *Office) act(ctx context.Context, actor access.Actor, act access.Act, id ident.ID, form Form, work func(*desk) error) error {
	return o.onCase(ctx, actor, act, id, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		current, err := d.Tx.Case(ctx, id)
		if err != nil {
			return err
		}
		if form.Version != 0 && form.Version != current.Version {
			return fault.New(fault.Stale, "fault.stale")
		}
		d.Case = current
		followed, err := d.followDecisions(ctx)
		if err != nil {
			return err
		}
		if err := work(d); err != nil || d.quiet && !followed {
			return err
		}
		return d.SaveCase(ctx, d.Case)
	})
}

// see reads a part of a case, and journals that it was read.
func (o *Office) see(ctx context.Context, actor access.Actor, part access.Part, id ident.ID, work func(*desk) error) error {
	return o.onCase(ctx, actor, access.See(part), id, func(d *desk) error {
		current, err := d.Tx.Case(ctx, id)
		if err != nil {
			return err
		}
		d.Case = current
		followed, err := d.followDecisions(ctx)
		if err != nil {
			return err
		}
		if followed {
			if err := d.SaveCase(ctx, d.Case); err != nil {
				return err
			}
			d.Case.Version++
		}
		return work(d)
	})
}

// onCase is the one door to a case.
func (o *Office) onCase(ctx context.Context, actor access.Actor, act access.Act, id ident.ID, work func(*desk) error) error {
	return o.open(ctx, actor, act, func(d *desk) (access.Verdict, journal.Entry, error) {
		entry := journal.Entry{Case: string(id)}
		subject, err := d.AccessCase(ctx, id, d.moment())
		if fault.CodeOf(err) == fault.NotFound {
			return access.Verdict{Rule: "unknown_case"}, entry, nil
		}
		if err != nil {
			return access.Verdict{}, entry, err
		}
		entry.Person, d.people = string(subject.Person), subject
		return access.Decide(actor, act, subject, d.moment()), entry, nil
	}, work)
}

// inOffice does, or reads, something that concerns no single case.
func (o *Office) inOffice(ctx context.Context, actor access.Actor, act access.Act, work func(*desk) error) error {
	return o.open(ctx, actor, act, func(*desk) (access.Verdict, journal.Entry, error) {
		return access.MayInOffice(actor, act), journal.Entry{}, nil
	}, work)
}

// open runs work in a transaction if ask allows it, and journals either way. Of
// what is refused only the refusal is kept, also when it is the work itself that
// finds that the actor may not (the attester who prepared the run, say).
func (o *Office) open(ctx context.Context, actor access.Actor, act access.Act,
	ask func(*desk) (access.Verdict, journal.Entry, error), work func(*desk) error) error {
	if actor.Account.IsZero() {
		return fault.New(fault.NotSignedIn, "fault.not_signed_in")
	}
	var now time.Time
	entry := journal.Entry{}
	var refused error
	err := o.DB.Write(ctx, actor.Municipality, func(tx *store.Tx) error {
		var err error
		if now, err = o.instant(ctx, tx); err != nil {
			return err
		}
		d := &desk{Tx: tx, Office: o, Actor: actor, Act: act, Now: now, Today: clock.DayOf(now)}
		verdict, about, err := ask(d)
		if err != nil {
			return err
		}
		entry = signed(about, actor, act, verdict.Rule, now)
		if !verdict.Allowed {
			refused = refusal(verdict)
			entry.Kind = journal.Refusal
			return tx.Journal(ctx, entry)
		}
		d.Ground = verdict.Rule
		if err := work(d); err != nil {
			return err
		}
		// A new case gets its identity in the work.
		if entry.Case == "" && !d.Case.ID.IsZero() {
			entry.Case, entry.Person = string(d.Case.ID), string(d.Case.Person)
		}
		if moves := d.takeMoves(); len(moves) > 0 {
			d.note("ledger", moves)
		}
		if entry.Detail, err = detailText(d.detail); err != nil {
			return err
		}
		return tx.Journal(ctx, entry)
	})
	var no *fault.Error
	if errors.As(err, &no) && no.Code == fault.NotAllowed {
		entry.Kind, entry.Ground = journal.Refusal, no.Text.Key
		kept := o.DB.Write(ctx, actor.Municipality, func(tx *store.Tx) error {
			// Others may have written since: an instant of before would put the next out of order.
			var err error
			if entry.At, err = o.instant(ctx, tx); err != nil {
				return err
			}
			return tx.Journal(ctx, entry)
		})
		return errors.Join(err, kept)
	}
	return errors.Join(refused, err)
}

// signed is a journal entry with who, as what, when and on what ground.
func signed(e journal.Entry, actor access.Actor, act access.Act, ground string, now time.Time) journal.Entry {
	e.At, e.Act, e.Ground, e.Detail = now, act.Name, ground, "{}"
	e.Account, e.AccountName = string(actor.Account), actor.Name
	e.Role, e.Organisation = string(actor.Role), actor.OrganisationName
	e.Kind = journal.Act
	if act.See {
		e.Kind = journal.Read
	}
	return e
}

// refusal is what the reader is told. An unknown case and one whose very existence
// is secret are told alike; the journal keeps the true rule.
func refusal(v access.Verdict) error {
	switch v.Rule {
	case "unknown_case", "other_municipality":
		return fault.New(fault.NotFound, "fault.not_found")
	case "protected_identity":
		v.Rule = "no_ground"
	}
	return fault.New(fault.NotAllowed, "access."+v.Rule)
}

// takeForm refuses a form that was already taken in.
func (d *desk) takeForm(ctx context.Context, form Form) error {
	if form.Token == "" {
		return nil // a command or a test, not a page
	}
	fresh, err := d.TakeForm(ctx, d.Actor.Account, form.Token, d.Now)
	if err != nil {
		return err
	}
	if !fresh {
		return fault.New(fault.Repeated, "fault.repeated")
	}
	return nil
}

func detailText(detail map[string]any) (string, error) {
	if len(detail) == 0 {
		return "{}", nil
	}
	text, err := json.Marshal(detail) // keys are sorted: the hash is of one text only
	return string(text), err
}
