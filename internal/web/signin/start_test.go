package signin_test

import (
	"net/url"
	"testing"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/web/signin"
)

func TestTooManySignInsFromOneAddress(t *testing.T) {
	s := open(t, func(c *signin.Config) { c.PerMinute = 6 })
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	b.signIn("case-manager-1", enquiry).must(200, "Vera Verklig") // begun and finished: two of three
	b.begin(enquiry).must(429)                                    // the third, whose answer is the fourth
	many := b.get("/signin/start?provider=staff").must(429, "För många inloggningar på kort tid", "Vänta en minut")
	if many.Header.Get("Retry-After") != "10" {
		t.Errorf("try again after %q seconds", many.Header.Get("Retry-After"))
	}
	b.language = "en"
	b.get("/signin/callback?state=x&code=y").must(429, "Too many sign-ins")
	b.language = "sv"
	b.get(enquiry).must(200, "Vera Verklig") // the work of who is in goes on
	s.clock.Forward(time.Minute)
	b.begin(enquiry).must(200, "Vera Verklig")
}

func TestTheIssuerSpeaksTheReadersLanguage(t *testing.T) {
	open(t)
	for _, language := range []string{"sv", "en"} {
		b := newBrowser(t)
		b.language = language
		b.halt = func(*url.URL) bool { return true }
		asked, err := url.Parse(b.begin("/").To)
		if err != nil {
			t.Fatal(err)
		}
		if got := asked.Query().Get("ui_locales"); got != language {
			t.Errorf("asked to speak %q, want %q", got, language)
		}
	}
}

// Several tabs may be on their way at once; the oldest of too many is forgotten.
func TestSignInsUnderWay(t *testing.T) {
	s := open(t)
	s.account("case-manager-1", access.CaseManager)
	b := newBrowser(t)
	var answers []string
	for range 5 {
		answers = append(answers, b.answerFor("case-manager-1", enquiry))
	}
	b.get(answers[0]).must(400, "gick inte att slutföra")
	b.get(answers[2]).must(200, "Vera Verklig")
	b.get(answers[4]).must(400, "gick inte att slutföra") // in already: nothing is left of what was begun before
	b.get(enquiry).must(200, "Vera Verklig")
}
