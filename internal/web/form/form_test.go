package form_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/locale"

	"pgregory.net/rapid"
)

func posted(pairs ...string) *form.Form {
	values := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return form.Read(r, locale.For("sv"))
}

func TestText(t *testing.T) {
	for _, c := range []struct {
		typed           string
		shortest, most  int
		want, complaint string
	}{
		{"  kök  ", 1, 10, "kök", ""},
		{"ko\u0308k", 3, 3, "kök", ""}, // two marks on the keyboard, three letters for people
		{"a\r\nb\rc", 1, 10, "a\nb\nc", ""},
		{"", 0, 10, "", ""},
		{" \u00a0\t", 1, 10, "", "Fyll i det här"},
		{"åäö", 4, 10, "åäö", "Skriv minst 4 tecken, du har skrivit 3"},
		{"åäöå", 0, 3, "åäöå", "Skriv högst 3 tecken, du har skrivit 4"},
		{"a\x00b", 1, 10, "a\x00b", "Texten har tecken som inte går att spara. Skriv den på nytt."},
		{"👩‍🍳", 1, 3, "👩‍🍳", ""},
	} {
		f := posted("x", c.typed)
		if got := f.Text("x", c.shortest, c.most); got != c.want {
			t.Errorf("%q read as %q", c.typed, got)
		}
		if got := f.TextField("x", "layout.name").Error; got != c.complaint {
			t.Errorf("%q: %q, want %q", c.typed, got, c.complaint)
		}
	}
}

func TestInt(t *testing.T) {
	for typed, want := range map[string]struct {
		n         int
		complaint string
	}{
		"12": {12, ""}, " 1 2\u00a0": {12, ""}, "0": {0, ""}, "": {0, "Fyll i det här"},
		"41": {0, "Skriv ett tal från 0 till 40"}, "−1": {0, "Skriv ett tal från 0 till 40"},
		"tolv": {0, "Skriv ett helt tal med siffror, till exempel 12"}, "1,5": {0, "Skriv ett helt tal med siffror, till exempel 12"},
		"99999999999999999999": {0, "Skriv ett helt tal med siffror, till exempel 12"},
	} {
		f := posted("x", typed)
		if n := f.Int("x", 0, 40); n != want.n || f.TextField("x", "layout.name").Error != want.complaint {
			t.Errorf("%q: %d %q", typed, n, f.TextField("x", "layout.name").Error)
		}
	}
}

func TestDay(t *testing.T) {
	for typed, right := range map[string]bool{
		"2026-11-26": true, "2026-02-29": false, "26/11 2026": false, "20261126": false, "": false, "0000-00-00": false,
	} {
		f := posted("x", typed)
		if f.Day("x"); f.OK() != right {
			t.Errorf("%q: right %v", typed, f.OK())
		}
	}
	f := posted("x", "26/11", "y", "2026-11-26")
	if x, y := f.DayField("x", "layout.name"), f.DayField("y", "layout.name"); x.Type != "text" || x.Value != "26/11" || y.Type != "date" {
		t.Error(x, y)
	}
	f = posted("x", "2026-12-24")
	f.DayWithin("x", period.MustDay("2026-12-01"), period.MustDay("2026-12-20"))
	if got := f.DayField("x", "layout.name").Error; got != "Välj en dag mellan 1 december 2026 och 20 december 2026" {
		t.Error(got)
	}
}

func TestChoices(t *testing.T) {
	f := posted("one", "b", "many", "a", "many", "a", "many", "c", "odd", "z")
	if got := f.Choice("one", "a", "b"); got != "b" || !f.OK() {
		t.Error(got)
	}
	if got := f.Choices("many", "a", "b", "c"); len(got) != 2 || !f.OK() {
		t.Error(got)
	}
	if f.Choice("odd", "a"); f.OK() {
		t.Error("a choice that is not there was taken")
	}
	if f.Choice("none", "a"); len(f.Problems()) != 2 {
		t.Error("no choice at all was taken")
	}
}

func TestTakeTakesWhatTheReaderCanPutRight(t *testing.T) {
	for code, want := range map[fault.Code]bool{
		fault.Invalid: true, fault.Stale: true, fault.Conflict: true,
		fault.NotAllowed: false, fault.NotFound: false, fault.Internal: false, fault.Repeated: false,
	} {
		f := posted()
		if f.Take(fault.New(code, "fault.stale")) != want || f.OK() == want {
			t.Errorf("%s: taken %v", code, !want)
		}
	}
	f := posted()
	if f.Take(nil) || f.Take(errors.New("disk full")) || f.Status() != 200 {
		t.Error("what is not a refusal was taken")
	}
	var fields fault.Fields
	fields.Add("to", "form.required")
	if !f.Take(fields.Err()) || f.Status() != 422 || f.Problems()[0] != (form.Problem{Text: "Fyll i det här"}) {
		t.Error(f.Problems())
	}
	f.DayField("to", "layout.name")
	if f.Problems()[0] != (form.Problem{Href: "#f-to", Text: "Fotfäste: Fyll i det här"}) {
		t.Error(f.Problems())
	}
}

func TestEveryShowingHasItsOwnToken(t *testing.T) {
	p := locale.For("sv")
	if a, b := form.Blank(p).Once(), form.Blank(p).Once(); a == b || len(a) < 20 {
		t.Error(a, b)
	}
	if posted("once", "abc").Once() != "abc" {
		t.Error("the token is not kept when the form is shown again")
	}
}

// Whatever is typed stays in the field, and what is read is at most as long as
// allowed or complained about.
func TestWhatIsTypedIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.String().Draw(t, "typed")
		f := posted("x", typed)
		got := f.Text("x", 0, 5)
		if f.OK() && len([]rune(got)) > 5 {
			t.Fatalf("%q is longer than allowed", got)
		}
		if form.Clean(got) != got {
			t.Fatalf("%q is not clean", got)
		}
		if f.TextField("x", "layout.name").Value != typed {
			t.Fatalf("%q was not kept", typed)
		}
	})
}
