package pagetest

import (
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/locale"

	"github.com/PuerkitoBio/goquery"
)

// Check holds the document to what every page must keep.
func Check(t *testing.T, doc *goquery.Document) {
	t.Helper()
	if html, err := doc.Html(); err != nil || strings.Contains(html, locale.Missing) {
		_, after, _ := strings.Cut(html, locale.Missing)
		key, _, _ := strings.Cut(after, "⟧")
		t.Errorf("no text for %q", key)
	}
	if n := doc.Find("h1").Length(); n != 1 {
		t.Errorf("%d h1 on the page, want 1", n)
	}
	ids := map[string]bool{}
	doc.Find("[id]").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if ids[id] || id == "" {
			t.Errorf("id %q stands twice or is empty", id)
		}
		ids[id] = true
	})
	for _, pointer := range []string{"for", "aria-describedby", "aria-labelledby"} {
		doc.Find("[" + pointer + "]").Each(func(_ int, s *goquery.Selection) {
			for _, id := range strings.Fields(s.AttrOr(pointer, "")) {
				if !ids[id] {
					t.Errorf("%s points at %q, which is not there", pointer, id)
				}
			}
		})
	}
	doc.Find(`a[href^="#"]`).Each(func(_ int, s *goquery.Selection) {
		if id := strings.TrimPrefix(s.AttrOr("href", ""), "#"); !ids[id] {
			t.Errorf("a link leads to #%s, which is not there", id)
		}
	})
	doc.Find("input:not([type=hidden]), select, textarea").Each(func(_ int, s *goquery.Selection) {
		id := s.AttrOr("id", "")
		if _, named := s.Attr("aria-label"); !named && doc.Find(`label[for="`+id+`"]`).Length() == 0 {
			t.Errorf("the field %q has no label", s.AttrOr("name", ""))
		}
	})
	doc.Find("a, button, h1, h2, h3, th[scope=col]").Each(func(_ int, s *goquery.Selection) {
		if strings.TrimSpace(s.Text()) == "" && s.AttrOr("aria-label", "") == "" {
			html, _ := goquery.OuterHtml(s)
			t.Errorf("nothing to read in %s", html)
		}
	})
	doc.Find("a").Each(func(_ int, s *goquery.Selection) {
		if href := s.AttrOr("href", ""); href == "" || href == "#" {
			t.Errorf("the link %q leads nowhere", strings.TrimSpace(s.Text()))
		}
	})
	doc.Find("[style], [onclick], [onchange], style, script:not([src])").Each(func(_ int, s *goquery.Selection) {
		t.Errorf("inline style or script in <%s>, which the policy forbids", goquery.NodeName(s))
	})
	level := 0
	doc.Find("h1, h2, h3, h4, h5").Each(func(_ int, s *goquery.Selection) {
		now := int(goquery.NodeName(s)[1] - '0')
		if now > level+1 && level > 0 {
			t.Errorf("the heading %q jumps from level %d to %d", strings.TrimSpace(s.Text()), level, now)
		}
		level = now
	})
}

// brokenBy renders once more, with a log, to say why a page could not be shown.
func brokenBy[T any](t *testing.T, role string, templates fs.FS, name string, body T) string {
	t.Helper()
	var b strings.Builder
	mux := http.NewServeMux()
	mux.Handle("GET /shown", layout.Handler(func(w http.ResponseWriter, r *http.Request) error {
		return layout.Render(w, r, name, layout.Page[T]{Frame: layout.FrameOf(r, "layout.name"), Body: body})
	}))
	New(t, layout.Options{Pages: map[string]fs.FS{role: templates}, Log: slog.New(slog.NewTextHandler(&b, nil))}, mux).Get(t, "/shown")
	return b.String()
}
