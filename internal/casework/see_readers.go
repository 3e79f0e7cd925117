package casework

import (
	"context"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/period"
)

// OpenedTo is an organisation that may read a part of the case by the participant's
// consent.
type OpenedTo struct {
	Organisation string
	Part         access.Part
	From, Until  period.Day
}

// Reading is what somebody did with, read of or was refused in the case on a day.
type Reading struct {
	Name         string // as it was then
	Organisation string
	Role         access.Role
	Kind         journal.Kind
	Act          string
	Part         access.Part // of a reading or a refused one, "" otherwise
	Ground       string      // the rule that allowed or refused it
	Times        int
	Last         time.Time
}

// ReadersView is who can see the case, and who has.
type ReadersView struct {
	Header
	Team     []casefile.Member // who has a task today, newest first
	Earlier  []casefile.Member // who had one
	Consents []OpenedTo        // in force today
	Hosts    []string          // providers that have the person or the question
	Readings []Reading         // newest first
	More     bool              // there are older ones than those listed
}

// mostEntries is how much of the journal the page tells.
const mostEntries = 300

// SeeReaders reads them.
func (o *Office) SeeReaders(ctx context.Context, actor access.Actor, id ident.ID) (ReadersView, error) {
	var v ReadersView
	err := o.see(ctx, actor, access.Readers, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		members, err := d.Members(ctx, id)
		if err != nil {
			return err
		}
		for _, m := range members {
			if m.IsOn(d.Today) {
				v.Team = append(v.Team, m)
			} else {
				v.Earlier = append(v.Earlier, m)
			}
		}
		names, err := d.organisationNames(ctx)
		if err != nil {
			return err
		}
		for _, c := range d.people.Consents {
			if !c.Revoked && c.From <= d.Today && d.Today <= c.Until {
				v.Consents = append(v.Consents, OpenedTo{names[c.Organisation], c.Part, c.From, c.Until})
			}
		}
		for _, host := range d.people.Hosts {
			v.Hosts = append(v.Hosts, names[host])
		}
		entries, err := d.CaseJournal(ctx, string(id), mostEntries+1)
		v.More = len(entries) > mostEntries
		v.Readings = readings(entries[:min(len(entries), mostEntries)])
		return err
	})
	return v, err
}

// readings puts together what one person did of the same kind on one day, newest first.
func readings(entries []journal.Entry) []Reading {
	type same struct {
		account, role, kind, act, ground string
		day                              period.Day
	}
	at := map[same]int{}
	var all []Reading
	for _, e := range entries {
		key := same{e.Account, e.Role, string(e.Kind), e.Act, e.Ground, clock.DayOf(e.At)}
		if i, told := at[key]; told {
			all[i].Times++
			continue
		}
		at[key] = len(all)
		all = append(all, Reading{
			Name: e.AccountName, Organisation: e.Organisation, Role: access.Role(e.Role), Kind: e.Kind, Act: e.Act,
			Part: partRead(e.Act), Ground: e.Ground, Times: 1, Last: e.At,
		})
	}
	return all
}

// partRead is the part that an act of reading is of, "" for other acts.
func partRead(act string) access.Part {
	for _, p := range access.Parts {
		if access.See(p).Name == act {
			return p
		}
	}
	return ""
}
