package casework_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/decision"
	"fotfaste/internal/eligibility"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// letterOf is the newest letter of the case, as the participant finds it.
func letterOf(t *testing.T, town *officetest.Town, id ident.ID) casework.LetterLine {
	t.Helper()
	v, err := town.SeeDecisions(context.Background(), town.DecisionMaker, id)
	must(t, err)
	if len(v.Decisions) == 0 || v.Decisions[0].Letter == nil {
		t.Fatal("the newest decision has no letter")
	}
	return *v.Decisions[0].Letter
}

func says(l letter.Letter) string {
	text, _ := json.Marshal(l)
	return string(text)
}

// Whatever is decided, a letter is written with it, in Swedish and in English.
func TestEveryDecisionHasItsLetter(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Active()
		l := letterOf(t, town, id)
		for _, want := range []string{reason, "2\u202f812\u00a0kr", "Amina Exempel", "Centrum", "Bo Beslutsfattare", "FL (2017:900) 44 §", "SoL (2025:400) 12 kap. 6 §"} {
			if !strings.Contains(says(l.Letter.Letter), want) {
				t.Errorf("the letter does not say %q: %s", want, says(l.Letter.Letter))
			}
		}
		if len(l.Others) != 1 || l.Others[0].Letter.Language != "en" || l.In("en").Letter.Title != "You get a place in the programme" || l.In("ar").ID != l.ID {
			t.Errorf("%+v", l.Others)
		}
		today := town.Today()
		for _, in := range []casework.Change{
			{Kind: decision.Pause, From: today, To: today + 30}, {Kind: decision.Resume, From: today},
			{Kind: decision.Extend, To: today.AddYears(2) - 1}, {Kind: decision.Stop, From: today + 1},
		} {
			in.Reason = reason
			must(t, town.ChangeDecision(ctx, town.DecisionMaker, id, in))
			if made := letterOf(t, town, id).Letter.Letter; !strings.Contains(says(made), "Cia Resursperson") {
				t.Errorf("the letter of %s does not say whom to ask: %s", in.Kind, says(made))
			}
		}
		no := town.Assessed()
		must(t, town.RefusePlace(ctx, town.DecisionMaker, no, casework.Refusal{Reason: reason, Advice: []eligibility.AdviceCode{eligibility.HealthCare}}))
		if refused := letterOf(t, town, no).Letter.Letter; !strings.Contains(says(refused), "vårdcentralen") {
			t.Errorf("%s", says(refused))
		}
	})
}

// No place in a letter tells where somebody with a protected identity is.
func TestALetterToAProtectedPersonHasNoAddress(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id, err := town.RegisterEnquiry(ctx, town.Assessor, casework.Enquiry{
		IdentityNumber: town.IdentityNumber(), GivenName: "Amina", FamilyName: "Exempel", Language: "sv",
		Locality: "Hemliga gatan", Protection: person.ProtectedRegistration, Wish: "Jag vill arbeta i kök igen.",
	})
	must(t, err)
	must(t, town.JudgeEligibility(ctx, town.Assessor, id, casework.Judgement{Starts: town.Today()}))
	must(t, town.NameStaff(ctx, town.Assessor, id, casework.Naming{Account: town.DecisionMaker.Account, Task: casefile.Deciding, Reason: reason}))
	must(t, town.RefusePlace(ctx, town.DecisionMaker, id, casework.Refusal{Reason: reason, Advice: []eligibility.AdviceCode{eligibility.HealthCare}}))
	v, err := town.SeeMyLetters(ctx, town.ParticipantOf(id))
	must(t, err)
	for _, l := range append(v.Letters[0].Others, v.Letters[0].Letter) {
		if strings.Contains(says(l.Letter), "Hemliga") || len(l.Letter.To) != 1 {
			t.Errorf("%s", says(l.Letter))
		}
	}
	_, err = town.SeeLetter(ctx, town.Second, id, v.Letters[0].ID, casework.OnPage)
	wantCode(t, err, fault.NotAllowed)
}

// The person has got a decision when they open it, in whichever language. The day is
// noted once, and the time to appeal counts from it.
func TestTheDayTheParticipantGotADecision(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		town := officetest.New(t, db)
		id := town.Granted()
		me := town.ParticipantOf(id)
		l := letterOf(t, town, id)
		home, err := town.SeeMyWay(ctx, me)
		must(t, err)
		if len(home.Letters) != 1 || l.LastAppeal.Last != nil {
			t.Fatalf("%d new, %+v", len(home.Letters), l.LastAppeal)
		}
		// Staff who read it have not given it to anybody.
		_, err = town.SeeLetter(ctx, town.DecisionMaker, id, l.ID, casework.AsDocument)
		must(t, err)
		must(t, db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
			entries, err := tx.CaseJournal(ctx, string(id), 1)
			if e := entries[0]; e.Kind != journal.Read || e.Detail != `{"form":"document","letter":"`+string(l.ID)+`"}` {
				t.Errorf("journalled as %s %s", e.Kind, e.Detail)
			}
			return err
		}))

		town.Days(2)
		v, err := town.SeeLetter(ctx, me, id, l.Others[0].ID, casework.OnPage)
		must(t, err)
		if *v.InformedOn != period.MustDay("2026-08-05") || *v.Time.Last != period.MustDay("2026-08-26") || len(v.Others) != 1 {
			t.Errorf("%s, to be appealed until %s, %d others", v.InformedOn, v.Time.Last, len(v.Others))
		}
		town.Days(1)
		for _, again := range []ident.ID{l.ID, l.Others[0].ID} {
			v, err = town.SeeLetter(ctx, me, id, again, casework.OnPage)
			must(t, err)
			if *v.InformedOn != period.MustDay("2026-08-05") || v.InformedHow != letter.Opened {
				t.Errorf("%s %s", v.InformedOn, v.InformedHow)
			}
		}
		err = town.NoteLetterGot(ctx, town.DecisionMaker, id, l.ID, casework.LetterReceipt{On: town.Today(), How: letter.Posted})
		wantCode(t, err, fault.Conflict)
		events, err := town.SeeOverview(ctx, town.DecisionMaker, id, access.Decisions)
		must(t, err)
		told := 0
		for _, e := range events.Events {
			if e.Kind == casefile.LetterGot {
				told++
			}
		}
		if told != 1 {
			t.Errorf("told %d times", told)
		}
	})
}

func TestStaffNoteThatALetterWasGiven(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	id := town.Active()
	l := letterOf(t, town, id)
	town.Days(5)
	note := func(in casework.LetterReceipt) error { return town.NoteLetterGot(ctx, town.CaseManager, id, l.ID, in) }
	wantField(t, note(casework.LetterReceipt{On: town.Today() + 1, How: letter.Posted}), "on")
	wantField(t, note(casework.LetterReceipt{On: town.Today() - 6, How: letter.Posted}), "on")
	wantField(t, note(casework.LetterReceipt{On: town.Today(), How: letter.Opened}), "how")
	wantCode(t, town.NoteLetterGot(ctx, town.Second, id, l.ID, casework.LetterReceipt{On: town.Today(), How: letter.Posted}), fault.NotAllowed)
	wantCode(t, town.NoteLetterGot(ctx, town.CaseManager, id, id, casework.LetterReceipt{On: town.Today(), How: letter.Posted}), fault.NotFound)
	must(t, note(casework.LetterReceipt{On: town.Today() - 1, How: letter.HandedOver}))
	if got := letterOf(t, town, id); *got.InformedOn != town.Today()-1 || *got.Others[0].InformedOn != town.Today()-1 {
		t.Errorf("%v", got.InformedOn)
	}
}

// A participant reads the letters of their own, of all their cases, and nobody else's.
func TestMyLetters(t *testing.T) {
	ctx := context.Background()
	town := officetest.OnSQLite(t)
	mine, other := town.Granted(), town.Granted()
	me := town.ParticipantOf(mine)
	v, err := town.SeeMyLetters(ctx, me)
	must(t, err)
	if len(v.Letters) != 1 || v.Letters[0].Case != mine {
		t.Errorf("%d letters", len(v.Letters))
	}
	_, err = town.MyLetterCase(ctx, me, letterOf(t, town, other).ID)
	wantCode(t, err, fault.NotFound)
	_, err = town.SeeLetter(ctx, me, other, letterOf(t, town, other).ID, casework.OnPage)
	wantCode(t, err, fault.NotAllowed)
	_, err = town.SeeLetter(ctx, me, mine, letterOf(t, town, other).ID, casework.OnPage)
	wantCode(t, err, fault.NotFound)
	_, err = town.SeeMyLetters(ctx, town.CaseManager)
	wantCode(t, err, fault.NotAllowed)
}

// What is decided without words for its letter is not decided.
func TestNothingIsDecidedWithoutALetter(t *testing.T) {
	town := officetest.OnSQLite(t)
	id := town.Assessed()
	town.Words = nil
	wantCode(t, town.GrantPlace(context.Background(), town.DecisionMaker, id, casework.Grant{From: town.Today(), Reason: reason}), fault.Internal)
	if town.Case(id).State != casefile.Assessing {
		t.Errorf("the case is %s", town.Case(id).State)
	}
}
