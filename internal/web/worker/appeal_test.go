package worker_test

import (
	"context"
	"strings"
	"testing"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/ident"
	"fotfaste/internal/recovery"
)

// An appeal on paper, from the day it comes in to the court's answer.
func TestAppeal(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	town.HasRead(id)
	town.Days(3)
	base := "/work/cases/" + string(id) + "/"
	form := "letters/" + string(letterOf(t, town, id)) + "/appeal"
	right := []string{"once", "a", "version", version(town, id), "kind", "appeal", "received_on", "2026-08-05", "by", "participant",
		"wish", "Jag vill ha fler timmar.", "reason", "Intyget säger 40."}
	with := func(changes ...string) []string { return append(changes, right...) }
	var page string

	t.Run("guards of the form", func(t *testing.T) {
		nobodyElse(t, town, form, string(id))
		room.AsNobody().Post(t, base+form, right...).Must(t, 401)
		room.As(town.Second).Post(t, base+form, with("once", "b")...).Must(t, 403)
		room.As(town.CaseManager).Get(t, base+"letters/"+string(id)+"/appeal").Must(t, 404)
	})
	t.Run("invalid, with what was written kept", func(t *testing.T) {
		again := room.As(town.CaseManager).Post(t, base+form, with("once", "c", "received_on", "2026-08-07")...).Must(t, 422).Says(t, "i dag eller en tidigare dag")
		if again.Doc.Find("#f-wish").Text() != "Jag vill ha fler timmar." || again.Doc.Find(`input[value="appeal"][checked]`).Length() != 1 {
			t.Error("what was written is lost")
		}
		room.As(town.CaseManager).Post(t, base+form, with("once", "d", "by", "representative")...).Must(t, 422).Says(t, "Skriv ombudets namn")
		room.As(town.CaseManager).Post(t, base+form, with("once", "e", "wish", " ")...).Must(t, 422)
		room.As(town.CaseManager).Post(t, base+form, with("once", "f", "version", "1")...).Must(t, 409)
	})
	t.Run("it is taken in", func(t *testing.T) {
		room.In("en").As(town.CaseManager).Get(t, base+form).Must(t, 200).Says(t, "Take in an appeal")
		page = room.In("sv").As(town.CaseManager).Post(t, base+form, right...).Must(t, 303).Header().Get("Location")
		room.As(town.CaseManager).Post(t, base+form, right...).Must(t, 303) // sent twice
		room.As(town.CaseManager).Post(t, base+form, with("once", "g")...).Must(t, 422).Says(t, "som väntar på svar")
		room.As(town.CaseManager).Get(t, base+"decisions").Must(t, 200).Says(t, "Överklagande 5 augusti 2026").Says(t, "Väntar på omprövning")
		room.As(town.CaseManager).Get(t, base+strings.TrimSuffix(form, "/appeal")).Must(t, 200).Says(t, "Överklagande 5 augusti 2026")
	})
	if !strings.HasPrefix(page, base+"appeals/") {
		t.Fatalf("the appeal is at %q", page)
	}
	t.Run("guards of the appeal", func(t *testing.T) {
		nobodyElse(t, town, strings.TrimPrefix(page, base), string(id))
		room.As(town.CaseManager).Get(t, base+"appeals/"+string(id)).Must(t, 404)
		room.As(town.CaseManager).Get(t, base+"appeals/nothing").Must(t, 404)
		shown := room.As(town.CaseManager).Get(t, page).Must(t, 200).Says(t, "Ja, sista dagen är 24 augusti 2026")
		if shown.Doc.Find(`a[href$="/reconsider"]`).Length() != 0 {
			t.Error("the case manager is offered to reconsider")
		}
		room.As(town.CaseManager).Get(t, page+"/reconsider").Must(t, 303)
		room.As(town.CaseManager).Post(t, page+"/reconsider", "once", "h", "version", version(town, id), "outcome", "unchanged", "reason", officetest.Reason).Must(t, 403)
		room.AsNobody().Post(t, page+"/reconsider", "once", "h").Must(t, 401)
		for _, step := range []string{"follow", "withdraw", "bribe"} {
			room.As(town.DecisionMaker).Get(t, page+"/"+step).Must(t, 404)
		}
		room.As(town.DecisionMaker).Post(t, page+"/bribe", "once", "i").Must(t, 404)
		room.As(town.DecisionMaker).Get(t, page+"/court").Must(t, 303) // not yet
	})
	t.Run("it is on the desk", func(t *testing.T) {
		room.As(town.DecisionMaker).Get(t, "/work").Must(t, 200).Says(t, "Överklaganden som väntar")
		room.In("en").As(town.DecisionMaker).Get(t, "/work").Must(t, 200).Says(t, "Appeals that wait")
		room.In("sv").As(town.DecisionMaker).Get(t, base[:len(base)-1]).Must(t, 200).Says(t, "Ett överklagande väntar på omprövning")
	})
	step := func(code int, name string, pairs ...string) {
		t.Helper()
		room.As(town.DecisionMaker).Post(t, page+"/"+name, append(pairs, "version", version(town, id))...).Must(t, code)
	}
	t.Run("reconsidered, changed in part, handed over, decided by the court", func(t *testing.T) {
		room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "Du fattade själv beslutet").Says(t, "Jag vill ha fler timmar.")
		room.In("en").As(town.DecisionMaker).Get(t, page+"/reconsider").Must(t, 200).Says(t, "Look at the decision once more")
		room.In("sv")
		again := room.As(town.DecisionMaker).Post(t, page+"/reconsider", "once", "j", "version", version(town, id), "outcome", "unchanged", "reason", "Kort").Must(t, 422)
		if again.Doc.Find("#f-reason").Text() != "Kort" {
			t.Error("what was written is lost")
		}
		step(422, "reject", "once", "k", "reason", officetest.Reason) // it came in time
		step(303, "reconsider", "once", "l", "outcome", "partly_changed", "reason", officetest.Reason)
		step(422, "reconsider", "once", "m", "outcome", "unchanged", "reason", officetest.Reason)
		follow, _ := room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "Ett nytt beslut behövs").Doc.Find(`a[href*="/decisions/new/extend"]`).Attr("href")
		room.As(town.DecisionMaker).Get(t, follow).Must(t, 200)
		room.As(town.DecisionMaker).Post(t, base+"decisions/new/extend?appeal=x", "once", "n", "version", version(town, id), "to", "2027-12-31", "reason", officetest.Reason).Must(t, 404)
		to := room.As(town.DecisionMaker).Post(t, follow, "once", "o", "version", version(town, id), "to", "2027-12-31", "reason", officetest.Reason).Must(t, 303).Header().Get("Location")
		if to != page {
			t.Errorf("on to %s", to)
		}
		step(422, "forward", "once", "p", "on", "2026-08-07")
		step(303, "forward", "once", "q", "on", "2026-08-06")
		room.As(town.DecisionMaker).Get(t, page+"/court").Must(t, 200).Says(t, "målnummer")
		step(422, "court", "once", "r", "on", "2026-08-06", "outcome", "maybe")
		step(303, "court", "once", "s", "on", "2026-08-06", "outcome", "upheld", "number", "1234-26")
		done := room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "Kommunens beslut står fast").Says(t, "1234-26").Says(t, "Förlänga").Says(t, "Läs brevet med svaret")
		if done.Doc.Find("main form").Length() != 0 {
			t.Error("something can still be done")
		}
		room.In("en").As(town.CaseManager).Get(t, page).Must(t, 200).Says(t, "Decided by the court")
		room.In("sv")
	})
	t.Run("withdrawn", func(t *testing.T) {
		other := town.Active()
		there := "/work/cases/" + string(other) + "/letters/" + string(letterOf(t, town, other)) + "/appeal"
		at := room.As(town.CaseManager).Post(t, there, with("once", "t", "version", version(town, other), "received_on", "2026-08-06")...).Must(t, 303).Header().Get("Location")
		room.As(town.CaseManager).Get(t, at).Must(t, 200).Says(t, "räknas som i tid")
		room.AsNobody().Post(t, at+"/withdraw", "once", "u").Must(t, 401)
		room.As(town.CaseManager).Post(t, at+"/withdraw", "once", "v", "version", version(town, other)).Must(t, 303)
		room.As(town.CaseManager).Get(t, at).Must(t, 200).Says(t, "Återtaget")
		room.As(town.CaseManager).Post(t, at+"/withdraw", "once", "w", "version", version(town, other)).Must(t, 422)
	})
	t.Run("too late", func(t *testing.T) {
		late := lateAppeal(t, town)
		own := room.As(town.CaseManager).Get(t, "/work").Must(t, 200).Says(t, "Överklaganden som väntar").Says(t, "Dina deltagare väntar på svar")
		if own.Doc.Find(`section a[href="/work/cases/`+string(late.of)+`/decisions"]`).Length() != 1 {
			t.Error("the case manager's day does not lead to the appeal that waits")
		}
		room.In("en").As(town.CaseManager).Get(t, "/work").Must(t, 200).Says(t, "A decision maker reconsiders")
		room.In("sv")
		at := "/work/cases/" + string(late.of) + "/appeals/" + string(late.id)
		room.As(town.DecisionMaker).Get(t, at).Must(t, 200).Says(t, "Nej, sista dagen var")
		room.As(town.DecisionMaker).Get(t, at+"/reject").Must(t, 200).Says(t, "FL 45")
		room.As(town.DecisionMaker).Post(t, at+"/reject", "once", "x", "version", version(town, late.of), "reason", officetest.Reason).Must(t, 303)
		room.As(town.DecisionMaker).Get(t, at).Must(t, 200).Says(t, "Avvisat, kom för sent")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.DecisionMaker).Get(t, page).Must(t, 500)
		room.As(town.DecisionMaker).Get(t, page+"/court").Must(t, 500)
		room.As(town.DecisionMaker).Post(t, page+"/forward", "once", "y", "version", "1", "on", "2026-08-06").Must(t, 500)
		room.As(town.DecisionMaker).Post(t, page+"/withdraw", "once", "z", "version", "1").Must(t, 500)
		room.As(town.CaseManager).Get(t, base+form).Must(t, 500)
		room.As(town.CaseManager).Post(t, base+form, with("once", "å")...).Must(t, 500)
	})
}

type late struct{ of, id ident.ID }

// lateAppeal is of somebody who read their letter and wrote four weeks later.
func lateAppeal(t *testing.T, town *officetest.Town) late {
	t.Helper()
	ctx := context.Background()
	id := town.Active()
	me := town.HasRead(id)
	town.Days(28)
	err := town.SendAppeal(ctx, me, id, letterOf(t, town, id), officetest.Wish)
	v, errSeen := town.SeeDecisions(ctx, town.DecisionMaker, id)
	if err != nil || errSeen != nil {
		t.Fatal(err, errSeen)
	}
	return late{id, v.Decisions[0].Appeals[0].ID}
}

// An appeal of a decision on paying back leads to deciding on that again, and not to a
// decision on a place.
func TestAppealOfARecovery(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	room := room(t, town)
	of, found, _ := town.Raised()
	town.HasRead(of)
	v, err := town.SeeRecovery(ctx, town.CaseManager, of, found.ID)
	if err != nil {
		t.Fatal(err)
	}
	form := "/work/cases/" + string(of) + "/letters/" + string(v.Letters[0].ID) + "/appeal"
	page := room.As(town.CaseManager).Post(t, form, "once", "a", "version", version(town, of), "kind", "reconsideration", "received_on", town.Today().String(),
		"by", "participant", "wish", "Jag vill slippa betala.", "reason", "Veckan har höjts.").Must(t, 303).Header().Get("Location")
	room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "Du fattade själv beslutet")
	room.As(town.DecisionMaker).Post(t, page+"/reconsider", "once", "b", "version", version(town, of), "outcome", "changed", "reason", officetest.Reason).Must(t, 303)
	shown := room.As(town.DecisionMaker).Get(t, page).Must(t, 200)
	if shown.Doc.Find(`a[href$="/recovery/`+string(found.ID)+`"]`).Length() != 2 || shown.Doc.Find(`a[href*="/decisions/new/"]`).Length() != 0 {
		t.Errorf("no way to decide again: %s", shown.Text())
	}
	paying := "/work/cases/" + string(of) + "/recovery/" + string(found.ID)
	room.As(town.DecisionMaker).Get(t, paying).Must(t, 200).Says(t, "Ett nytt beslut ska fattas, efter överklagandet").Says(t, "Överklaganden om återbetalning")
	room.As(town.DecisionMaker).Get(t, "/work/cases/"+string(of)+"/decisions").Must(t, 200).Says(t, "Överklaganden av andra beslut i ärendet")
	town.Decided(of, found.ID, recovery.Draft{Choice: recovery.WaiveAll})
	room.As(town.DecisionMaker).Get(t, page).Must(t, 200).Says(t, "0 kr ska betalas tillbaka")
	if shown := room.As(town.DecisionMaker).Get(t, paying).Must(t, 200); strings.Contains(shown.Text(), "Ett nytt beslut ska fattas") {
		t.Error("the appeal still waits for a decision")
	}
}
