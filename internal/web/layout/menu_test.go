package layout_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/layout/pagetest"
	"fotfaste/internal/web/locale"
)

// headed is a site whose reader has the menu.
func headed(t *testing.T, v layout.Viewer, search bool, items ...string) *pagetest.Bench {
	t.Helper()
	mux := http.NewServeMux()
	mux.Handle("GET /nowhere", http.NotFoundHandler())
	o := layout.Options{
		Viewer: func(*http.Request) layout.Viewer { return v },
		Menu: func(layout.Viewer, *locale.Printer) []layout.Link {
			var links []layout.Link
			for i, text := range items {
				links = append(links, layout.Link{Text: text, Href: fmt.Sprintf("/place%d", i+1)})
			}
			return links
		},
	}
	if search {
		o.Search = func(layout.Viewer, *locale.Printer) *layout.Search {
			return &layout.Search{Action: "/find", Label: "Sök"}
		}
	}
	return pagetest.New(t, o, mux)
}

var seven = []string{"Mina deltagare", "Ny förfrågan", "Utbetalningar", "Återbetalning", "Att ta hand om", "Huvudbok", "Belopp"}

func TestTheMenuHasOneRowAndTheRestInADisclosure(t *testing.T) {
	staff := layout.Viewer{SignedIn: true, Name: "Sara von Handläggare", Home: "/place1"}
	for _, c := range []struct {
		name        string
		viewer      layout.Viewer
		search      bool
		items       []string
		row, folded int
	}{
		{"five have room beside the search", staff, true, seven[2:], 5, 0},
		{"seven do not", staff, true, seven, 4, 3},
		{"without the search more do", staff, false, seven, 5, 2},
		{"a participant's are all in one", layout.Viewer{SignedIn: true, Participant: true, Name: "Amina"}, false, seven, 7, 0},
		{"one that nothing has room for", staff, true, []string{strings.Repeat("lång", 30)}, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := headed(t, c.viewer, c.search, c.items...).Get(t, "/missing").Must(t, 404)
			row, folded := page.Doc.Find(".ff-menu>ul>li>a").Length(), page.Doc.Find(".ff-more ul a").Length()
			if row != c.row || folded != c.folded {
				t.Errorf("%d in the row and %d folded, want %d and %d", row, folded, c.row, c.folded)
			}
			if page.Doc.Find("header nav").Length() != 1 || page.Doc.Find("details.ff-fold>summary").Text() != "Meny" {
				t.Error("the menu cannot be unfolded on a telephone")
			}
		})
	}
}

func TestThePlaceWeAreInIsMarkedWhereItStands(t *testing.T) {
	for at, want := range map[string]string{"/place1/deep": "Mina deltagare", "/place7": "Belopp"} {
		page := headed(t, layout.Viewer{SignedIn: true, Name: "Sara Handläggare"}, true, seven...).Get(t, at).Must(t, 404)
		if got := page.Doc.Find(".ff-menu [aria-current=page]").Text(); got != want {
			t.Errorf("%s: marked %q", at, got)
		}
		if marked := page.Doc.Find(".ff-more summary[data-current]").Length() == 1; marked != (want == "Belopp") {
			t.Errorf("%s: the disclosure is marked: %v", at, marked)
		}
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"Sara von Handläggare": "SH", "Åsa": "Å", "": "", " Per  Förmedlare ": "PF"} {
		if got := (layout.Viewer{Name: name}).Initials(); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

// What is refused before the session has been read says nothing of who is signed in,
// and leads back.
func TestTooLargeForAnybodyLeadsBack(t *testing.T) {
	for from, back := range map[string]string{
		"http://example.com/place1?x=1": "/place1?x=1", "http://elsewhere.example/place1": "", "": "", "http://example.com//a": "", ":": "",
	} {
		r := httptest.NewRequest(http.MethodPost, "/place1", strings.NewReader("a="+strings.Repeat("a", layout.DefaultLimit)))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Referer", from)
		page := headed(t, layout.Viewer{SignedIn: true, Name: "Sara"}, true, seven...).Do(t, r).Must(t, 413).Says(t, "Till startsidan")
		if strings.Contains(page.Text(), "Logga in") || page.Doc.Find("a[href='/signin']").Length() != 0 {
			t.Errorf("from %q: a reader who may be signed in is asked to sign in", from)
		}
		if got := page.Doc.Find("main .ff-actions a").First().AttrOr("href", ""); back != "" && got != back || back == "" && got != "/" {
			t.Errorf("from %q: leads to %q", from, got)
		}
	}
}
