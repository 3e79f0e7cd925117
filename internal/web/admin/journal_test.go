package admin_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/journal"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

func TestJournal(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/audit"
	ctx := context.Background()
	id := town.Enquiry()
	c := town.Case(id)
	if _, err := town.SeeReaders(ctx, town.ParticipantOf(id), id); err != nil {
		t.Fatal(err)
	}
	if _, err := town.SeeReaders(ctx, town.Evaluator, id); err == nil {
		t.Fatal("the evaluator saw a case")
	}

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.AsNobody().Post(t, address+"/verify").Must(t, 401)
		room.As(town.Administrator).Get(t, address).Must(t, 403)
		room.As(town.Administrator).Post(t, address+"/verify").Must(t, 403)
		room.As(town.Administrator).Get(t, address+"/file").Must(t, 403)
	})
	t.Run("invalid", func(t *testing.T) {
		for _, wrong := range []string{"?case=2026-9999", "?account=Nobody", "?kind=secret", "?from=yesterday", "?from=2026-08-03&to=2026-08-01"} {
			page := room.As(town.Auditor).Get(t, address+wrong).Must(t, 422)
			if page.Doc.Find(".ds-validation-message").Length() == 0 {
				t.Errorf("no message stands beside the field of %s", wrong)
			}
		}
		room.As(town.Auditor).Get(t, address+"/file?case=2026-9999").Must(t, 422)
	})
	t.Run("success", func(t *testing.T) {
		page := room.As(town.Auditor).Get(t, address).Must(t, 200).Says(t, "Tog emot en förfrågan").Says(t, "Asta Bedömare").
			Says(t, c.Number).Says(t, "Deltagaren")
		if strings.Contains(page.Text(), "Amina") {
			t.Error("the journal lists who takes part")
		}
		refused := room.As(town.Auditor).Get(t, address+"?kind=refusal&case="+c.Number).Must(t, 200).Says(t, "Hans Utvärderare")
		if strings.Contains(refused.Text(), "Asta Bedömare") {
			t.Error("the search narrows nothing")
		}
		room.As(town.Auditor).Get(t, address+"?account=asta&from=2026-08-03&to=2026-08-03").Must(t, 200).Says(t, "Asta Bedömare")
		room.As(town.Auditor).Get(t, address+"?to=2026-08-02").Must(t, 200).Says(t, "Ingen post passar")
		file := room.As(town.Auditor).Get(t, address+"/file?case="+c.Number).Must(t, 200).Body.String()
		if !strings.Contains(file, "Tog emot en förfrågan;") || strings.Contains(file, "Amina") {
			t.Errorf("the file reads %q", file)
		}
		room.In("en").As(town.Auditor).Get(t, address).Must(t, 200).Says(t, "Took in an enquiry")
		room.In("sv")
	})
	t.Run("page by page", func(t *testing.T) {
		for range 60 {
			if _, err := town.SeeLaw(ctx, town.Administrator); err != nil {
				t.Fatal(err)
			}
		}
		first := room.As(town.Auditor).Get(t, address+"?kind=read").Must(t, 200)
		older := first.Doc.Find(`a.ds-button[href*="before="]`).AttrOr("href", "")
		second := room.As(town.Auditor).Get(t, older).Must(t, 200).Says(t, "Till de nyaste")
		if a, b := first.Doc.Find("tbody tr").Length(), second.Doc.Find("tbody tr").Length(); a != 50 || b == 0 {
			t.Errorf("%d and %d entries", a, b)
		}
	})
	t.Run("the chain", func(t *testing.T) {
		room.As(town.Auditor).Post(t, address+"/verify").Must(t, 200).Says(t, "Loggen är hel")
		meddle(t, town)
		room.As(town.Auditor).Post(t, address+"/verify").Must(t, 200).Says(t, "Kedjan är bruten vid post").Says(t, "saknas")
		room.In("en").As(town.Auditor).Post(t, address+"/verify").Must(t, 200).Says(t, "broken at entry").Says(t, "is missing")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.Auditor).Get(t, address).Must(t, 500)
		room.As(town.Auditor).Post(t, address+"/verify").Must(t, 500)
		room.As(town.Auditor).Get(t, address+"/file").Must(t, 500)
	})
}

// meddle puts an entry into the journal that nobody wrote, so far ahead that what the
// page itself journals comes before it.
func meddle(t *testing.T, town *officetest.Town) {
	t.Helper()
	ctx := context.Background()
	err := town.DB.Write(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		newest, err := tx.NewestEntries(ctx, 0, 1)
		if err != nil {
			return err
		}
		filler := tx.Filler()
		if err := filler.Row(ctx, "journal", newest[0].Seq+5, officetest.Start, journal.Read, "see_plan", "team", "", "Somebody", "", "", "", "", "{}",
			newest[0].Hash, newest[0].Hash); err != nil {
			return err
		}
		return filler.Flush(ctx)
	})
	if err != nil {
		t.Fatal(err)
	}
}
