package pdf_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"fotfaste/internal/letter"
	"fotfaste/internal/letter/pdf"
)

var madeAt = time.Date(2026, 8, 3, 7, 0, 0, 0, time.UTC)

// sample is a letter with every kind of block.
func sample(reason string) letter.Letter {
	return letter.Letter{
		Kind: letter.Decision, Language: "sv", Municipality: "Ängelköping", Unit: "Arbetsmarknadsenheten", To: []string{"Żółć Nguyễn Ångström", "Centrum"},
		Number: "2026-0412", Title: "Du får en plats i programmet", Facts: []letter.Fact{{Label: "Datum", Value: "3 augusti 2026"}},
		Blocks: []letter.Block{
			{Kind: letter.Heading, Text: "Därför"}, {Kind: letter.Written, Text: reason},
			{Kind: letter.List, Items: []string{"Första raden", "Andra raden"}},
			{Kind: letter.Table, Text: "En hel vecka", Columns: []string{"Del", "Per vecka"}, Sum: true,
				Rows: [][]string{{"Grundbelopp", "2\u202f812\u00a0kr"}, {"Barntillägg", "319\u00a0kr"}, {"Tillsammans", "3\u202f131\u00a0kr"}}},
			{Kind: letter.Paragraph, Text: "Kommunen ser först efter om beslutet ska ändras."},
			{Kind: letter.Signature, Items: []string{"Bo Beslutsfattare", "Beslutsfattare"}},
		},
	}
}

func write(t testing.TB, l letter.Letter) []byte {
	t.Helper()
	document, err := pdf.Write(l, madeAt)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

var streams = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)

// textOf is what a reader of the document finds on each page: the shown strings, one a
// line. They are in UTF-16, escaped as PDF does.
func textOf(t testing.TB, document []byte) []string {
	t.Helper()
	var pages []string
	for _, match := range streams.FindAllSubmatch(document, -1) {
		in, err := zlib.NewReader(bytes.NewReader(match[1]))
		if err != nil {
			continue // a font
		}
		content, err := io.ReadAll(in)
		if err != nil || !bytes.Contains(content, []byte("BT")) || !bytes.Contains(content, []byte("Tj")) {
			continue
		}
		pages = append(pages, shown(content))
	}
	return pages
}

// shown reads the strings of a page's content.
func shown(content []byte) string {
	var b strings.Builder
	for i := 0; i < len(content); i++ {
		if content[i] != '(' {
			continue
		}
		var raw []byte
		for i++; i < len(content) && content[i] != ')'; i++ {
			if content[i] == '\\' {
				i++
				if content[i] == 'r' {
					raw = append(raw, '\r')
					continue
				}
			}
			raw = append(raw, content[i])
		}
		var units []uint16
		for j := 0; j+1 < len(raw); j += 2 {
			units = append(units, uint16(raw[j])<<8|uint16(raw[j+1]))
		}
		b.WriteString(string(utf16.Decode(units)) + "\n")
	}
	return b.String()
}

func TestTheTextIsInTheDocument(t *testing.T) {
	pages := textOf(t, write(t, sample("Behovet är kartlagt.\n\nProgrammet svarar mot det.")))
	if len(pages) != 1 {
		t.Fatalf("%d pages", len(pages))
	}
	for _, want := range []string{"Ängelköping", "Datum: 3 augusti 2026", "Żółć Nguyễn Ångström", "Du får en plats i programmet", "Därför", "Behovet är kartlagt.",
		"Programmet svarar mot det.", "Första raden", "319\u00a0kr", "Tillsammans", "Bo Beslutsfattare", "1 (1)", "2026-0412"} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("%q is not in\n%s", want, pages[0])
		}
	}
}

func TestTheDocumentTellsItsTitleAndLanguage(t *testing.T) {
	document := write(t, sample("Därför."))
	for _, want := range []string{"/Lang (sv)", "/Title", "/CreationDate (D:20260803070000", "/Author"} {
		if !bytes.Contains(document, []byte(want)) {
			t.Errorf("the document has no %s", want)
		}
	}
}

// The same letter is the same bytes, whenever it is asked for.
func TestTheSameLetterIsTheSameBytes(t *testing.T) {
	first := write(t, sample("Därför."))
	for range 3 {
		if !bytes.Equal(first, write(t, sample("Därför."))) {
			t.Fatal("the bytes differ")
		}
	}
	if bytes.Equal(first, write(t, sample("Därför!"))) {
		t.Error("another letter is the same bytes")
	}
}

// A long reason runs on over pages that know how many they are, and nothing is lost.
func TestALongReasonRunsOn(t *testing.T) {
	sentence := "Behovet är kartlagt tillsammans med dig och programmet svarar mot det. "
	reason := strings.Repeat(sentence, 5000/len([]rune(sentence))) + "Sista ordet är sagt."
	pages := textOf(t, write(t, sample(reason)))
	if len(pages) != 2 {
		t.Fatalf("5 000 characters are on %d pages", len(pages))
	}
	for i, page := range pages {
		if !strings.Contains(page, strconv.Itoa(i+1)+" (2)") {
			t.Errorf("page %d does not say which it is:\n%s", i+1, page)
		}
	}
	text := strings.Join(pages, "")
	if n := strings.Count(text, "tillsammans"); n != 5000/len([]rune(sentence)) {
		t.Errorf("the sentence stands %d times", n)
	}
	if !strings.Contains(strings.Join(strings.Fields(text), " "), "Sista ordet är sagt.") {
		t.Error("the end is lost")
	}
}

// What the typeface lacks is spelt plainer or marked, and stops nothing.
func TestWhatTheTypefaceLacks(t *testing.T) {
	for text, want := range map[string]string{
		"e\u0301tude": "étude", "امينة": "?????", "😀 bra": "? bra", "a\x00b\tc": "a?b c", "Nguyễn": "Nguyễn", "Ștefan Žižek": "Ștefan Žižek",
		"Владимир": "Владимир", strings.Repeat("å", 300): "ååååå",
	} {
		if got := strings.Join(textOf(t, write(t, sample(text))), ""); !strings.Contains(got, want) {
			t.Errorf("%q is set as %s", text, got)
		}
	}
}

func FuzzAnyText(f *testing.F) {
	for _, text := range []string{"", "Behovet", "\xff\xfe", "\u202e()\\", "ﬁ\n\n\n\t", strings.Repeat("x", 3000), "\uffff\U0010ffff", "{nb}"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := sample(text)
		l.To, l.Title, l.Unit = []string{text}, text, text
		if document, err := pdf.Write(l, madeAt); err != nil || !bytes.HasPrefix(document, []byte("%PDF-")) {
			t.Errorf("%q: %v", text, err)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	l := sample("Behovet är kartlagt.")
	for b.Loop() {
		write(b, l)
	}
}
