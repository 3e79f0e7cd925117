package signin_test

import (
	"strings"
	"testing"

	"fotfaste/internal/access"
)

func TestSignoutEndsBothSessions(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	b.signIn("case-manager-1", enquiry).must(200, "Vera Verklig")

	// The issuer still knows the browser: it asks for nothing.
	b.begin(enquiry).must(200, "Vera Verklig")
	token := b.session()

	out := b.post("/signout").must(200, "Du är utloggad ur Fotfäste", "Fortsätt utloggningen")
	if out.Header.Get("Refresh") != "0; url=/signin/leave" {
		t.Errorf("it does not go on by itself: %v", out.Header)
	}
	if strings.Contains(out.Doc.Text(), "id_token") || b.session() == token {
		t.Error("something is left of the session")
	}
	if at := b.get(enquiry); at.At.Path != "/signin" {
		t.Errorf("still in: %s", at.At)
	}
	asked := b.get("/signin/leave") // the issuer asks whether one means it
	if !strings.HasPrefix(asked.At.String(), s.peer.Issuer) {
		t.Fatalf("came to %s", asked.At)
	}
	if back := b.submit(asked, "logout", "yes"); back.At.Path != "/signin/out" {
		t.Fatalf("came to %s: %s", back.At, back.Doc.Text())
	}
	b.language = "en"
	done := b.get("/signin/leave").must(200, "You are signed out of Fotfäste", "All done") // the second time there is nothing to leave
	if done.Header.Get("Refresh") != "" {
		t.Error("it goes on in circles")
	}
	if form := b.begin(enquiry); form.Doc.Find("input[name=account]").Length() != 1 {
		t.Errorf("the issuer still knows the browser: %s", form.At)
	}
}

func TestSignoutOfNobody(t *testing.T) {
	open(t)
	if at := newBrowser(t).post("/signout").must(200, "Du är utloggad"); at.At.Path != "/signin" {
		t.Errorf("came to %s", at.At)
	}
}
