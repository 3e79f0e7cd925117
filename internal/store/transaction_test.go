package store_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"fotfaste/internal/casefile"
	"fotfaste/internal/journal"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

func (h *house) organisations() int {
	h.t.Helper()
	n := 0
	h.read(func(tx *store.Tx) error {
		all, err := tx.Organisations(h.ctx)
		n = len(all)
		return err
	})
	return n
}

func (h *house) addOrganisation(tx *store.Tx) error {
	return tx.AddOrganisation(h.ctx, store.Organisation{ID: h.id(), Kind: store.ProviderKind, Name: "Verkstaden"})
}

var errOnPurpose = errors.New("on purpose")

// What fails leaves nothing: no row, no journal entry, and no lock behind it.
func TestWriteTakesEverythingBack(t *testing.T) {
	inHouse(t, func(h *house) {
		half := func(tx *store.Tx) error {
			if err := h.addOrganisation(tx); err != nil {
				return err
			}
			return tx.Journal(h.ctx, journal.Entry{At: h.now, Kind: journal.Act, Act: "refer", Detail: "{}"})
		}
		err := h.db.Write(h.ctx, "9999", func(tx *store.Tx) error { return errors.Join(half(tx), errOnPurpose) })
		if !errors.Is(err, errOnPurpose) {
			t.Errorf("the error is %v", err)
		}
		func() {
			defer func() {
				if recover() != "on purpose" {
					t.Error("the panic did not come through")
				}
			}()
			h.write(func(tx *store.Tx) error {
				if err := half(tx); err != nil {
					return err
				}
				panic("on purpose")
			})
		}()
		h.same("organisations after an error and a panic", h.organisations(), 0)
		if n, err := h.db.VerifyJournals(h.ctx); n != 0 || err != nil {
			t.Errorf("the journal: %d entries, %v", n, err)
		}
		h.write(half)
		h.same("organisations", h.organisations(), 1)
		if n, err := h.db.VerifyJournals(h.ctx); n != 1 || err != nil {
			t.Errorf("the journal: %d entries, %v", n, err)
		}
	})
}

func TestReadChangesNothing(t *testing.T) {
	inHouse(t, func(h *house) {
		if err := h.db.Read(h.ctx, "9999", func(tx *store.Tx) error { return h.addOrganisation(tx) }); err == nil {
			t.Error("a read wrote")
		}
		h.same("organisations", h.organisations(), 0)
	})
}

// A read sees the moment at which it began to look, however long it goes on.
func TestReadSeesOneMoment(t *testing.T) {
	inHouse(t, func(h *house) {
		h.write(h.addOrganisation)
		h.read(func(tx *store.Tx) error {
			before, err := tx.Organisations(h.ctx)
			if err != nil {
				return err
			}
			h.write(h.addOrganisation)
			after, err := tx.Organisations(h.ctx)
			h.same("what the same read sees later", after, before)
			return err
		})
		h.same("what the next read sees", h.organisations(), 2)
	})
}

func TestAWriteNeedsItsMunicipality(t *testing.T) {
	inHouse(t, func(h *house) {
		if err := h.db.Write(h.ctx, "0000", func(*store.Tx) error { return nil }); err == nil {
			t.Error("a write in a municipality that is not there")
		}
		if err := h.db.AddMunicipality(h.ctx, store.Municipality{Code: "9999", Name: "Igen"}); err == nil {
			t.Error("the same municipality twice")
		}
	})
}

// Two hundred at once: the chain is whole, without a gap, and nobody is told to
// come back because somebody else was writing.
func TestWritersAtOnceMakeOneChain(t *testing.T) {
	inHouse(t, func(h *house) {
		if err := h.db.AddMunicipality(h.ctx, store.Municipality{Code: "9998", Name: "Grannstad"}); err != nil {
			t.Fatal(err)
		}
		const writers = 200
		var all sync.WaitGroup
		failures := make(chan error, writers)
		for n := range writers {
			all.Go(func() {
				code := []string{"9999", "9998"}[n%4/3] // every fourth in the other municipality
				err := h.db.Write(h.ctx, code, func(tx *store.Tx) error {
					e := journal.Entry{At: worldNow, Kind: journal.Act, Act: "refer", Detail: fmt.Sprintf(`{"n":%d}`, n)}
					return tx.Journal(h.ctx, e, e)
				})
				if err != nil {
					failures <- err
				}
			})
		}
		all.Wait()
		close(failures)
		for err := range failures {
			t.Error(err)
		}
		if n, err := h.db.VerifyJournals(h.ctx); n != 2*writers || err != nil {
			t.Errorf("%d entries are whole, %v", n, err)
		}
		h.read(func(tx *store.Tx) error {
			newest, err := tx.NewestEntries(h.ctx, 0, 1)
			if err == nil && newest[0].Seq != 2*writers*3/4 {
				t.Errorf("the newest entry is %d", newest[0].Seq)
			}
			return err
		})
	})
}

// An entry comes back as it was sealed, and pages of the journal follow each other.
func TestJournalEntries(t *testing.T) {
	inHouse(t, func(h *house) {
		full := journal.Entry{At: worldNow.Add(time.Microsecond), Kind: journal.Refusal, Act: "see_plan", Ground: "no_ground", Account: "a", AccountName: "Åsa",
			Role: "partner", Organisation: "Arbetsförmedlingen", Case: "c", Person: "p", Detail: `{"å":"<&>"}`}
		h.write(func(tx *store.Tx) error {
			return tx.Journal(h.ctx, full, journal.Entry{At: worldNow, Kind: journal.Act, Detail: "{}"}, full)
		})
		h.write(func(tx *store.Tx) error { return tx.Journal(h.ctx) })
		h.read(func(tx *store.Tx) error {
			got, err := tx.CaseJournal(h.ctx, "c", 10)
			if err != nil {
				return err
			}
			want := full
			want.Municipality = "9999"
			first := journal.Seal(want, 1, journal.Start)
			if len(got) != 2 {
				t.Fatalf("%d entries of the case", len(got))
			}
			h.same("the first entry", got[1], first)
			newest, err := tx.NewestEntries(h.ctx, 3, 10)
			if err == nil && (len(newest) != 2 || newest[0].Seq != 2) {
				t.Errorf("before the third: %+v", newest)
			}
			return err
		})
	})
}

// Instants go in from any zone and come back in UTC, to the microsecond; days go in
// and come back as days, also far from ours.
func TestInstantsAndDays(t *testing.T) {
	inHouse(t, func(h *house) {
		p := h.newPerson("Anna", "Exempel")
		tokyo := time.FixedZone("Tokyo", 9*3600)
		for _, c := range []struct{ in, out time.Time }{
			{time.Date(2026, 8, 3, 7, 0, 0, 0, time.UTC), time.Date(2026, 8, 3, 7, 0, 0, 0, time.UTC)},
			{time.Date(2026, 8, 3, 7, 0, 0, 123456000, time.UTC), time.Date(2026, 8, 3, 7, 0, 0, 123456000, time.UTC)},
			{time.Date(2026, 8, 3, 7, 0, 0, 999999999, time.UTC), time.Date(2026, 8, 3, 7, 0, 0, 999999000, time.UTC)},
			{time.Date(2026, 1, 1, 3, 0, 0, 0, tokyo), time.Date(2025, 12, 31, 18, 0, 0, 0, time.UTC)},
			{time.Date(1950, 2, 28, 23, 59, 59, 1000, time.UTC), time.Date(1950, 2, 28, 23, 59, 59, 1000, time.UTC)},
		} {
			for _, day := range []string{"1899-12-31", "1970-01-01", "2024-02-29", "2199-12-31"} {
				of := h.newCase(p.ID, casefile.Closed)
				of.ID, of.Number, of.OpenedAt, of.OpenedOn = h.id(), of.Number+"0", c.in, period.MustDay(day)
				h.write(func(tx *store.Tx) error { return tx.AddCase(h.ctx, of) })
				h.read(func(tx *store.Tx) error {
					got, err := tx.Case(h.ctx, of.ID)
					h.same("instant", got.OpenedAt, c.out)
					h.same("day", got.OpenedOn, period.MustDay(day))
					return err
				})
			}
		}
	})
}

func TestFormsAndSessions(t *testing.T) {
	inHouse(t, func(h *house) {
		a, b := h.newAccount("Cia"), h.newAccount("Dan")
		take := func(account store.Account, token string, want bool) {
			h.t.Helper()
			h.write(func(tx *store.Tx) error {
				fresh, err := tx.TakeForm(h.ctx, account.ID, token, h.now)
				h.same("form "+token+" of "+account.Name, fresh, want)
				return err
			})
		}
		take(a, "one", true)
		take(a, "one", false)
		take(b, "one", true)
		err := h.db.Write(h.ctx, "9999", func(tx *store.Tx) error {
			_, err := tx.TakeForm(h.ctx, a.ID, "two", h.now)
			return errors.Join(err, errOnPurpose)
		})
		if !errors.Is(err, errOnPurpose) {
			t.Fatal(err)
		}
		take(a, "two", true) // what failed can be sent again

		session := func(token string, now time.Time, want string) {
			h.t.Helper()
			data, found, err := h.db.Session(h.ctx, token, now)
			if err != nil || found != (want != "") || string(data) != want {
				h.t.Errorf("session %s: %q %v %v, want %q", token, data, found, err, want)
			}
		}
		save := func(token, data string, expires time.Time) {
			h.t.Helper()
			if err := h.db.SaveSession(h.ctx, token, []byte(data), expires, worldNow); err != nil {
				h.t.Fatal(err)
			}
		}
		later := worldNow.Add(time.Hour)
		save("s", "first\x00\xff", later)
		save("s", "second", later)
		session("s", worldNow, "second")
		session("s", later, "") // the instant at which it expires is too late
		session("no such", worldNow, "")
		if err := h.db.EndSession(h.ctx, "s"); err != nil {
			t.Fatal(err)
		}
		session("s", worldNow, "")
	})
}

// The keys hold: nothing points at what is not there, and not at another
// municipality's. The hours of a place are never more than there are.
func TestKeysAndChecksHold(t *testing.T) {
	inHouse(t, func(h *house) {
		p := h.newPerson("Anna", "Exempel")
		c := h.newCase(p.ID, casefile.Active)
		a := h.newAccount("Cia")
		if err := h.db.AddMunicipality(h.ctx, store.Municipality{Code: "9998", Name: "Grannstad"}); err != nil {
			t.Fatal(err)
		}
		member := casefile.Member{ID: h.id(), Case: c.ID, Account: a.ID, Task: casefile.Supporting, From: worldDay}
		for what, work := range map[string]func(tx *store.Tx) error{
			"a case of nobody": func(tx *store.Tx) error {
				return tx.AddCase(h.ctx, casefile.Case{ID: h.id(), Number: "2026-7777", Person: h.id(), State: casefile.Closed, OpenedAt: worldNow})
			},
			"a member who is nobody": func(tx *store.Tx) error { m := member; m.Account = h.id(); return tx.AddMember(h.ctx, m) },
			"a member of no case":    func(tx *store.Tx) error { m := member; m.Case = h.id(); return tx.AddMember(h.ctx, m) },
			"an event of no case": func(tx *store.Tx) error {
				return tx.AddEvent(h.ctx, casefile.Event{ID: h.id(), Case: h.id(), At: worldNow})
			},
			"an account of no organisation": func(tx *store.Tx) error {
				return tx.AddAccount(h.ctx, store.Account{ID: h.id(), Organisation: h.id(), Subject: "x"})
			},
			"a person taken away from under a case": func(tx *store.Tx) error {
				_, err := tx.Exec(h.ctx, `DELETE FROM person WHERE municipality = $1 AND id = $2`, "9999", string(p.ID))
				return err
			},
		} {
			h.refused(what, work)
		}
		err := h.db.Write(h.ctx, "9998", func(tx *store.Tx) error {
			return tx.AddCase(h.ctx, casefile.Case{ID: h.id(), Number: "2026-0001", Person: p.ID, State: casefile.Closed, OpenedAt: worldNow})
		})
		if err == nil {
			t.Error("a case of another municipality's person")
		}
		h.write(func(tx *store.Tx) error { return tx.AddMember(h.ctx, member) })

		h.write(h.addOrganisation)
		intervention := h.id()
		h.write(func(tx *store.Tx) error {
			_, err := tx.Exec(h.ctx, `INSERT INTO intervention (municipality, id, provider_id, name, sort_name, category, kind, theme, locality,
				places, hours_per_place, content, active)
				SELECT municipality, $1, id, '', '', '', '', '', '', 2, 40, '{}', $2 FROM organisation WHERE municipality = '9999'`,
				string(intervention), true)
			return err
		})
		insert := func(monday string, capacity, held int) func(tx *store.Tx) error {
			return func(tx *store.Tx) error {
				_, err := tx.Exec(h.ctx, `INSERT INTO capacity_week (municipality, intervention_id, week_from, capacity, held)
					VALUES ('9999', $1, $2, $3, $4)`, string(intervention), period.MustDay(monday), capacity, held)
				return err
			}
		}
		h.write(insert("2026-03-02", 80, 80))
		h.refused("an hour more than there is", insert("2026-03-09", 80, 81))
		h.refused("hours below nothing", insert("2026-03-09", 80, -1))
		h.refused("a week twice", insert("2026-03-02", 80, 0))
		for what, change := range map[string]string{
			"an hour more is taken":           `UPDATE capacity_week SET held = held + 1`,
			"a place is taken away under it":  `UPDATE capacity_week SET capacity = capacity - 40`,
			"more is given back than is held": `UPDATE capacity_week SET held = held - 81`,
		} {
			h.refused(what, func(tx *store.Tx) error { _, err := tx.Exec(h.ctx, change); return err })
		}
	})
}
