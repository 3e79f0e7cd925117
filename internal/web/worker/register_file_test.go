package worker_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/household"
	"fotfaste/internal/web/layout/pagetest"
)

// uploads chooses a file in the form at the address, as a browser sends it.
func uploads(t *testing.T, bench *pagetest.Bench, address, once, name, content string) *pagetest.Answer {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	if err := form.WriteField("once", once); err != nil {
		t.Fatal(err)
	}
	if name != "" {
		part, err := form.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, address, &body)
	r.Header.Set("Content-Type", form.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return bench.Do(t, r)
}

func TestRegisterFile(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	id := town.Active()
	address := "/work/cases/" + string(id) + "/household/file"
	enters(t, town, town.ParticipantOf(id), id, "income.work", 4000, household.OwnStatement)
	const file = "\ufeffMånad;Slag;Belopp\r\n2026-08;lön;\"5 000,50\"\r\n\r\n2026-07;hyra;6500\r\n"

	t.Run("guards", func(t *testing.T) {
		nobodyElse(t, town, "household/file", string(id))
		for _, who := range []access.Actor{town.Second, town.Partner, town.Supervisor, town.PaymentOfficer} {
			room.As(who).Get(t, address).Must(t, 403)
			uploads(t, room.As(who), address, "a", "a.csv", file).Must(t, 403)
		}
	})
	t.Run("invalid", func(t *testing.T) {
		uploads(t, room.As(town.CaseManager), address, "b", "", "").Must(t, 422).Says(t, "Välj en fil")
		uploads(t, room.As(town.CaseManager), address, "c", "a.csv", "2026-08,work,1\n2026-15,work,1\n2026-08,yacht,1\n").Must(t, 422).
			Says(t, "Rad 2: 2026-15 är ingen månad").Says(t, "Rad 3: yacht är inget slag")
		uploads(t, room.As(town.CaseManager), address, "d", "a.csv", "l\xf6n").Must(t, 422).Says(t, "UTF-8")
		room.As(town.CaseManager).Post(t, address, "once", "e", "take", "yes", "content", "!").Must(t, 422)
		room.As(town.CaseManager).Post(t, address, "once", "f", "take", "yes", "content", "eA==").Must(t, 422)
	})
	t.Run("seen, then taken", func(t *testing.T) {
		seen := uploads(t, room.As(town.CaseManager), address, "g", "fk.csv", file).Must(t, 200).
			Says(t, "Filen har 2 rader").Says(t, "semikolon").Says(t, "Egen uppgift säger 4 000 kr").Says(t, "En tom rad")
		content := seen.Doc.Find("input[name=content]").AttrOr("value", "")
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/household?month=2026-07").Must(t, 200).Says(t, "Inga uppgifter gäller")
		room.As(town.CaseManager).Post(t, address, "once", "h", "take", "yes", "name", "fk.csv", "content", content).Must(t, 303)
		room.As(town.CaseManager).Get(t, "/work/cases/"+string(id)+"/household").Must(t, 200).Says(t, "5 000,50 kr").Says(t, "fk.csv, rad 2")
		room.In("en")
		again := uploads(t, room.As(town.CaseManager), address, "i", "fk.csv", file).Must(t, 200).Says(t, "The same file was taken")
		if again.Doc.Find("input[name=take]").Length() != 0 {
			t.Error("the same file can be taken again")
		}
		room.As(town.CaseManager).Post(t, address, "once", "j", "take", "yes", "name", "fk.csv", "content", content).Must(t, 409)
		room.As(town.CaseManager).Get(t, address).Must(t, 200).Says(t, "Choose a file")
		room.In("sv")
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		room.As(town.CaseManager).Get(t, address).Must(t, 500)
		uploads(t, room.As(town.CaseManager), address, "z", "fk.csv", file).Must(t, 500)
	})
}
