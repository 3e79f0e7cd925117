package payment_test

import (
	"bytes"
	"encoding/base64"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/iso20022"
	"fotfaste/internal/iso20022/banktest"
	pay "fotfaste/internal/payment"
	"fotfaste/internal/web/layout/pagetest"
	"fotfaste/internal/web/payment"
)

// upload sends the bank's file as a browser does, by whatever name and type.
func upload(t *testing.T, b *pagetest.Bench, address, once string, content []byte) *pagetest.Answer {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("once", once)
	if content != nil {
		file, err := form.CreateFormFile("answer", "holiday.jpg")
		if err != nil {
			t.Fatal(err)
		}
		_, _ = file.Write(content)
	}
	_ = form.Close()
	r := httptest.NewRequest(http.MethodPost, address, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	return b.Do(t, r)
}

// From the attested run to the bank's answer, a page a step.
func TestSending(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id, _, week := town.Due()
	run := town.Attested(week)
	address := "/payments/runs/" + string(run)
	officer := func() *pagetest.Bench { return room.As(town.PaymentOfficer) }
	var file casework.PaymentFile

	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"/file", "/sent", "/answer", "/payments", "/payments.csv", "/files/" + string(run)} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
			officer().Get(t, "/payments/runs/none"+page).Must(t, 404)
		}
		officer().Get(t, address+"/files/"+string(run)).Must(t, 404)
		for _, page := range []string{"/file", "/files/" + string(run) + "/sent", "/files/" + string(run) + "/discard"} {
			room.AsNobody().Post(t, address+page, "once", "a").Must(t, 401)
			room.As(town.CaseManager).Post(t, address+page, "once", "a").Must(t, 403)
			officer().Post(t, "/payments/runs/none"+page, "once", "a").Must(t, 404)
		}
		upload(t, room.As(town.CaseManager), address+"/answer", "a", []byte("x")).Must(t, 403)
		upload(t, officer(), "/payments/runs/none/answer", "a", []byte("x")).Must(t, 404)
	})
	t.Run("nothing can be done before its time", func(t *testing.T) {
		officer().Get(t, address+"/sent").Must(t, 200).Says(t, "Det finns ingen fil att skicka")
		officer().Get(t, address+"/answer").Must(t, 200).Says(t, "Inget är skickat till banken")
		page := officer().Get(t, address+"/file").Must(t, 200).Says(t, "Inget mer att lägga i en fil").Says(t, "Utan konto").Says(t, "Amina Exempel")
		if page.Doc.Find(`a[href="/work/cases/`+string(id)+`/compensation/account"]`).Length() != 1 {
			t.Error("the case manager's task has no link")
		}
		town.HasAccount(id, 0)
		officer().Post(t, address+"/file", "once", "b").Must(t, 422).Says(t, "Kommunens uppgifter för utbetalning är inte ifyllda")
		town.Pays()
	})
	t.Run("made, thrown away and made again", func(t *testing.T) {
		officer().Get(t, address+"/file").Must(t, 200).Says(t, "Gör filen till banken: 1 betalning")
		officer().Get(t, "/payments").Must(t, 200).Says(t, "1 betalning, 2 812 kr, för vecka 32")
		officer().Post(t, address+"/file", "once", "c").Must(t, 303)
		file = town.Filed(run)
		made := address + "/files/" + string(file.ID)
		if got := officer().Get(t, made).Must(t, 200); got.Body.String() != string(file.Content) || len(banktest.Flaws(got.Body.Bytes())) > 0 {
			t.Error("what is downloaded is not the file that was made")
		}
		officer().Post(t, made+"/discard", "once", "d").Must(t, 422).Says(t, "Bekräfta att banken inte har fått filen")
		officer().Post(t, made+"/discard", "once", "e", "not_at_bank", "yes").Must(t, 303)
		officer().Get(t, address+"/file").Must(t, 200).Says(t, "Kastad").Says(t, "Gör filen till banken")
		officer().Post(t, made+"/sent", "once", "f").Must(t, 422).Says(t, "Filen är kastad")
		officer().Post(t, address+"/file", "once", "g").Must(t, 303)
		file = town.Filed(run)
	})
	t.Run("under another run there is no such file", func(t *testing.T) {
		other := "/payments/runs/" + string(id) + "/files/" + string(file.ID)
		officer().Get(t, other).Must(t, 404)
		officer().Post(t, other+"/sent", "once", "g1").Must(t, 404)
		officer().Post(t, other+"/discard", "once", "g2", "not_at_bank", "yes").Must(t, 404)
		if len(town.InState(run, pay.Filed)) != 1 {
			t.Error("something was done")
		}
	})
	t.Run("sent", func(t *testing.T) {
		officer().Get(t, address+"/sent").Must(t, 200).Says(t, "Skicka 1 betalning till banken: 2 812 kr").Says(t, file.Message)
		officer().Post(t, address+"/files/"+string(file.ID)+"/sent", "once", "h").Must(t, 303)
		officer().Post(t, address+"/files/"+string(file.ID)+"/discard", "once", "i", "not_at_bank", "yes").Must(t, 422).Says(t, "redan skickad")
		room.In("en")
		officer().Get(t, address+"/answer").Must(t, 200).Says(t, "1 payment waits for the bank's answer")
		room.In("sv")
	})
	t.Run("what is no answer to it is refused beside the field, and nothing is done", func(t *testing.T) {
		for once, c := range map[string]struct {
			content []byte
			says    string
		}{
			"j": {nil, "Välj bankens statusfil"}, "k": {[]byte{}, "Filen är tom"}, "l": {[]byte("\xff\xd8 no"), ""},
			"m": {[]byte(strings.ReplaceAll(string(banktest.Answer(file.Content, nil)), file.Message, "OTHER")), "OTHER"},
		} {
			page := upload(t, officer(), address+"/answer", once, c.content).Must(t, 422).Says(t, c.says).Says(t, "Filen behöver väljas på nytt")
			if strings.Contains(page.Text(), "finns kvar") {
				t.Errorf("%s: the page says that the file is kept", once)
			}
			if page.Doc.Find("#f-answer-error").Length() != 1 {
				t.Errorf("%s: no message stands beside the file", once)
			}
		}
		officer().Post(t, address+"/answer", "once", "n").Must(t, 422) // not as a form with a file
		if len(town.InState(run, pay.Sent)) != 1 {
			t.Error("something was done")
		}
	})
	t.Run("a whole file that is refused asks first", func(t *testing.T) {
		answer := banktest.Refuse(file.Content, "AM04", "")
		page := upload(t, officer(), address+"/answer", "n1", answer).Must(t, 200).Says(t, "Banken säger nej till hela filen: 1 betalning, 2 812 kr").Says(t, "Inget är gjort än")
		held, _ := page.Doc.Find(`input[name="held"]`).Attr("value")
		if got, err := base64.StdEncoding.DecodeString(held); err != nil || !bytes.Equal(got, answer) {
			t.Errorf("what is held is not what was chosen: %v", err)
		}
		if len(town.InState(run, pay.Sent)) != 1 {
			t.Error("something was done")
		}
		officer().Post(t, address+"/answer", "once", "n2", "held", "no base64!", "whole_file", "yes").Must(t, 422).Says(t, "Välj bankens statusfil")
		room.In("en")
		upload(t, officer(), address+"/answer", "n3", answer).Must(t, 200).Says(t, "Do not take in")
		room.In("sv")
	})
	t.Run("an answer, and the same again", func(t *testing.T) {
		payments := town.PaymentsOf(run)
		answer := banktest.Answer(file.Content, map[string]string{officetest.InTheBank(payments[0].ID): "AC04"})
		upload(t, officer(), address+"/answer", "o", answer).Must(t, 303)
		officer().Get(t, address+"/answer").Must(t, 200).Says(t, "Banken har svarat på allt").Says(t, "Kontot är avslutat")
		upload(t, officer(), address+"/answer", "p", answer).Must(t, 303)
		officer().Get(t, address+"/answer").Must(t, 200).Says(t, "Den filen är redan inläst")
		officer().Get(t, address+"/payments").Must(t, 200).Says(t, "1 betalning för vecka 32").Says(t, "Gick inte att betala")
		officer().Get(t, address+"/payments?state=paid").Must(t, 200).Says(t, "Ingen sådan betalning")
		officer().Get(t, address+"/payments.csv?state=failed").Must(t, 200).Says(t, "2812")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		for _, page := range []string{"/file", "/sent", "/answer", "/payments", "/payments.csv", "/files/" + string(file.ID)} {
			officer().Get(t, address+page).Must(t, 500)
		}
		for _, page := range []string{"/file", "/files/" + string(file.ID) + "/sent", "/files/" + string(file.ID) + "/discard"} {
			officer().Post(t, address+page, "once", "z").Must(t, 500)
		}
		upload(t, officer(), address+"/answer", "z", []byte("<Document/>")).Must(t, 500)
	})
}

// What is confirmed is the file that is held in the page.
func TestAWholeFileIsConfirmed(t *testing.T) {
	town := officetest.OnSQLite(t)
	officer := room(t, town).As(town.PaymentOfficer)
	id, _, week := town.Due()
	town.Pays()
	town.HasAccount(id, 0)
	run := town.Attested(week)
	address := "/payments/runs/" + string(run) + "/answer"
	page := upload(t, officer, address, "a", banktest.Refuse(town.Sent(run).Content, "AM04", "")).Must(t, 200)
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, name := range []string{"once", "whole_file", "held"} {
		value, _ := page.Doc.Find(`form:has(input[name="held"]) input[name="` + name + `"]`).Attr("value")
		_ = form.WriteField(name, value)
	}
	_ = form.Close()
	r := httptest.NewRequest(http.MethodPost, address, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	officer.Do(t, r).Must(t, 303)
	if len(town.InState(run, pay.Failed)) != 1 {
		t.Error("it was not taken in")
	}
}

func TestLimit(t *testing.T) {
	for target, want := range map[string]bool{"/payments/runs/1/answer": true, "/payments/runs/1/file": false, "/payments": false, "/me/answer": false} {
		if got := payment.Limit(httptest.NewRequest(http.MethodPost, target, nil)); (got > iso20022.LargestStatusFile) != want {
			t.Errorf("%s may carry %d", target, got)
		}
	}
	if got := payment.Limit(httptest.NewRequest(http.MethodGet, "/payments/runs/1/answer", nil)); got != 0 {
		t.Errorf("a read may carry %d", got)
	}
}

func TestWork(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/payments/work"
	officer := func() *pagetest.Bench { return room.As(town.PaymentOfficer) }
	t.Run("empty", func(t *testing.T) {
		officer().Get(t, address).Must(t, 200).Says(t, "Ingen betalning behöver tas om hand").Says(t, "Inget att ta hand om")
	})
	town.Pays()
	id, _, week := town.Due()
	town.HasAccount(id, 0)
	run := town.Attested(week)
	failed := town.PaymentsOf(run)[0].ID
	town.Answers(town.Sent(run), "AC04", failed)
	one := address + "/" + string(failed)

	t.Run("guards", func(t *testing.T) {
		room.AsNobody().Get(t, address).Must(t, 303)
		room.As(town.CaseManager).Get(t, address).Must(t, 403)
		for _, act := range []string{"/repeat", "/regret"} {
			room.AsNobody().Post(t, one+act, "once", "a").Must(t, 401)
			room.As(town.Auditor).Post(t, one+act, "once", "a").Must(t, 403)
			officer().Post(t, address+"/none"+act, "once", "a").Must(t, 404)
		}
	})
	t.Run("invalid", func(t *testing.T) {
		officer().Post(t, one+"/repeat", "once", "b").Must(t, 422).Says(t, "inget annat konto har lämnats")
		officer().Post(t, one+"/regret", "once", "c").Must(t, 422).Says(t, "ändrats av någon annan")
	})
	t.Run("repeated, regretted and repeated", func(t *testing.T) {
		officer().Get(t, address).Must(t, 200).Says(t, "1 betalning gick inte att betala").Says(t, "Ett annat konto behövs först")
		town.HasAccount(id, 1)
		officer().Get(t, address).Must(t, 200).Says(t, "Ett annat konto har lämnats sedan dess")
		officer().Post(t, one+"/repeat", "once", "d").Must(t, 303)
		officer().Get(t, address).Must(t, 200).Says(t, "Betalas igen med nästa förslag").Says(t, "Ångra")
		officer().Post(t, one+"/regret", "once", "e").Must(t, 303)
		room.In("en")
		officer().Get(t, address).Must(t, 200).Says(t, "1 payment could not be made").Says(t, "Pay again")
		room.In("sv")
	})
	t.Run("a protected identity has no name and no link", func(t *testing.T) {
		town.Protect(id)
		page := officer().Get(t, address).Must(t, 200).Says(t, "Skyddad: 2 812 kr")
		if strings.Contains(page.Text(), "Amina") || page.Doc.Find(`main a[href*="/work/cases/"]`).Length() > 0 {
			t.Error("a protected identity is named")
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		officer().Get(t, address).Must(t, 500)
		officer().Post(t, one+"/repeat", "once", "z").Must(t, 500)
	})
}

func TestLedger(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/payments/ledger"
	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/entries.csv", "/vouchers"} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.CaseManager).Get(t, address+page).Must(t, 403)
		}
	})
	t.Run("empty", func(t *testing.T) {
		room.As(town.Auditor).Get(t, address).Must(t, 200).Says(t, "Inget är bokfört än").Says(t, "Inga verifikationer de dagarna")
	})
	_, _, week := town.Due()
	town.Attested(week)
	days := "?from=" + town.Today().String() + "&to=" + town.Today().String()
	t.Run("invalid", func(t *testing.T) {
		for _, page := range []string{"", "/entries.csv", "/vouchers"} {
			room.As(town.Auditor).Get(t, address+page+"?from=soon").Must(t, 422)
			back := room.As(town.Auditor).Get(t, address+page+"?from=2026-08-10&to=2026-08-01").Must(t, 422).Says(t, "Sista dagen är före den första")
			if back.Doc.Find("#f-to-error").Length() != 1 {
				t.Error("no message stands beside the day")
			}
		}
		room.As(town.Auditor).Get(t, address+"/vouchers?from=2025-12-01&to=2026-01-31").Must(t, 422).Says(t, "inom ett och samma år")
		room.As(town.Auditor).Get(t, address+"/vouchers"+days).Must(t, 422).Says(t, "inte ifyllda")
	})
	t.Run("success", func(t *testing.T) {
		for _, reader := range []access.Actor{town.Auditor, town.PaymentOfficer} {
			room.As(reader).Get(t, address).Must(t, 200).Says(t, "2 812,00 kr är attesterat").Says(t, "Ersättning attesterad").Says(t, "1 verifikation")
		}
		room.In("en").As(town.Auditor).Get(t, address+days).Must(t, 200).Says(t, "Attested and not sent to the bank")
		room.In("sv").As(town.Auditor).Get(t, address+"/entries.csv"+days).Must(t, 200).Says(t, "2812,00")
		town.Pays()
		file := room.As(town.Auditor).Get(t, address+"/vouchers"+days).Must(t, 200).Body.String()
		if !strings.Contains(file, "#VER") || strings.Count(file, "#TRANS") != 2 {
			t.Errorf("%s", file)
		}
	})
	// The days that the page begins with are of two years in January.
	t.Run("a file of vouchers for each year", func(t *testing.T) {
		page := room.As(town.Auditor).Get(t, address+"?from=2025-12-01&to=2026-08-31").Must(t, 200).Says(t, "Hämta 2025 för bokföringen").Says(t, "Hämta 2026 för bokföringen")
		for _, one := range []string{"?from=2025-12-01&to=2025-12-31", "?from=2026-01-01&to=2026-08-31"} {
			if page.Doc.Find(`main a[href="`+address+"/vouchers"+one+`"]`).Length() != 1 {
				t.Errorf("no file of %s", one)
			}
			room.As(town.Auditor).Get(t, address+"/vouchers"+one).Must(t, 200)
		}
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		for _, page := range []string{"", "/entries.csv", "/vouchers"} {
			room.As(town.Auditor).Get(t, address+page).Must(t, 500)
		}
	})
}
