package signin

import (
	"strings"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/web/layout/pagetest"
	"fotfaste/internal/web/locale"
)

// Every failure has its page in every language, with why, what to do and a way on.
func TestFailed(t *testing.T) {
	for code, status := range statuses {
		if status < 400 {
			t.Errorf("%s answers %d", code, status)
		}
		for _, provider := range []string{Staff, Participants} {
			body := failedBody{Code: code, Again: startPath(provider, "/")}
			if asksForHelp[code] {
				body.TurnTo = provider
			}
			docs := pagetest.Show(t, "signin", Templates, "signin/failed", nil, func(*locale.Printer) failedBody { return body })
			heading := map[string]bool{}
			for _, doc := range docs {
				heading[doc.Find("main h1").Text()] = true
				if n := doc.Find("main p").Length(); n < 2 || asksForHelp[code] && n < 3 {
					t.Errorf("%s: %d paragraphs", code, n)
				}
				if doc.Find(`main a[href="`+body.Again+`"]`).Length() != 1 {
					t.Errorf("%s: no way on", code)
				}
			}
			if len(heading) != len(docs) {
				t.Errorf("%s: the same heading in two languages", code)
			}
		}
	}
}

func TestSigninShowsEveryDoor(t *testing.T) {
	body := signinBody{Doors: []door{{Staff, startPath(Staff, "/work?q=a&b=c")}, {Participants, startPath(Participants, "/")}}}
	for language, doc := range pagetest.Show(t, "signin", Templates, "signin/signin", nil, func(*locale.Printer) signinBody { return body }) {
		links := doc.Find("main a.ff-door")
		if links.Length() != 2 || links.First().AttrOr("href", "") != "/signin/start?next=%2Fwork%3Fq%3Da%26b%3Dc&provider=staff" {
			t.Errorf("%s: %d doors, the first to %q", language, links.Length(), links.First().AttrOr("href", ""))
		}
	}
}

// The page of choice with every role that there is, in two municipalities.
func TestRolePageWithEveryRole(t *testing.T) {
	body := roleBody{Next: "/", SignedIn: true, Several: true}
	for _, m := range []string{"9998", "9999"} {
		for _, r := range access.Roles {
			body.Seats = append(body.Seats, seat{casework.Seat{Municipality: m, MunicipalityName: "Exempelstad " + m, Role: r}, m == "9999" && r == access.Auditor})
		}
	}
	for language, doc := range pagetest.Show(t, "signin", Templates, "signin/role", nil, func(*locale.Printer) roleBody { return body }) {
		buttons := doc.Find("main button[name=role]")
		if buttons.Length() != 2*len(access.Roles) || doc.Find("main button[aria-current]").Length() != 1 {
			t.Errorf("%s: %d buttons", language, buttons.Length())
		}
		if text := buttons.Last().Text(); !strings.Contains(text, "Exempelstad 9999") {
			t.Errorf("%s: %q does not say where", language, text)
		}
	}
}
