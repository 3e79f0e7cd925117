package house

import (
	"go/ast"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// uses tells whether the file uses something of the package pkg other than names.
func uses(f file, pkg string, names ...string) bool {
	other := false
	ast.Inspect(f.syntax, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok && x.Name == pkg && !slices.Contains(names, s.Sel.Name) {
				other = true
			}
		}
		return true
	})
	return other
}

func TestEveryRoomHasADoor(t *testing.T) {
	rooms := map[string]*file{}
	for _, f := range tree(t) {
		if _, known := rooms[f.room]; !known && !strings.HasSuffix(f.path, "_test.go") {
			rooms[f.room] = nil
		}
		if path.Base(f.path) == "doc.go" {
			rooms[f.room] = &f
		}
	}
	for room, door := range rooms {
		if door == nil {
			t.Errorf("%s has no doc.go", room)
			continue
		}
		name := door.syntax.Name.Name
		opening := "Package " + name + " "
		if name == "main" {
			opening = "Command " + path.Base(room) + " "
		}
		if text := door.syntax.Doc.Text(); !strings.HasPrefix(text, opening) || !strings.Contains(strings.Join(strings.Fields(text), " "), "may enter") {
			t.Errorf("%s: must open with %q and say what may enter", door.path, opening)
		}
	}
}

func TestNamesSayWhatIsInside(t *testing.T) {
	empty := []string{"util", "utils", "common", "helper", "helpers", "models", "managers", "misc"}
	for _, f := range tree(t) {
		words := strings.Split(f.room, "/")
		words = append(words, strings.TrimSuffix(strings.TrimSuffix(path.Base(f.path), ".go"), "_test"))
		for _, word := range words {
			if slices.Contains(empty, word) {
				t.Errorf("%s: %q says nothing about what is inside", f.path, word)
			}
		}
	}
}

// longest is where a file has stopped being one thought.
const longest = 400

func TestAFileIsOneThought(t *testing.T) {
	for _, f := range tree(t) {
		if f.lines > longest {
			t.Errorf("%s has %d lines, more than %d: it is several thoughts", f.path, f.lines, longest)
		}
	}
}

// TestCalls: time comes from a clock that was handed in, a test that is there is
// run, and nothing waits by guessing how long.
func TestCalls(t *testing.T) {
	forbidden := map[string]string{
		"time.Now":   "time comes from a clock that is handed in",
		"time.Since": "time comes from a clock that is handed in",
		"time.Until": "time comes from a clock that is handed in",
		"time.Sleep": "wait for what you wait for, not for a time",
		"t.Skip":     "a test that is there is run",
		"t.Skipf":    "a test that is there is run",
		"t.SkipNow":  "a test that is there is run",
		"b.Skip":     "a test that is there is run",
		"tb.Skip":    "a test that is there is run",
	}
	for _, f := range tree(t) {
		if f.room == "clock" && !f.test {
			continue // the room that asks the machine
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok {
					if why := forbidden[x.Name+"."+s.Sel.Name]; why != "" {
						t.Errorf("%s: %s.%s: %s", positions.Position(s.Pos()), x.Name, s.Sel.Name, why)
					}
				}
			}
			return true
		})
	}
}

func TestNothingIsLeftForLater(t *testing.T) {
	later := regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)
	for _, f := range tree(t) {
		for _, group := range f.syntax.Comments {
			for _, c := range group.List {
				if found := later.FindString(c.Text); found != "" {
					t.Errorf("%s: %s: do it, or write an issue", positions.Position(c.Pos()), found)
				}
			}
		}
	}
}

// TestTextsForPeopleAreInLocaleFiles: Swedish in the code is a text that no
// translator will find. A letter by itself is no text (search folds Å to A), nor is
// the heading of a source, quoted to say where a rule comes from.
func TestTextsForPeopleAreInLocaleFiles(t *testing.T) {
	const ourName = "Fotfäste"
	for _, f := range tree(t) {
		if f.test {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				text := quotation.ReplaceAllString(strings.ReplaceAll(n.Value, ourName, ""), "")
				if n.Kind == token.STRING && isSwedish(text) {
					t.Errorf("%s: %s belongs in a locale file or a data file", positions.Position(n.Pos()), n.Value)
				}
			case *ast.Ident:
				if isSwedish(n.Name) {
					t.Errorf("%s: %s: names are English", positions.Position(n.Pos()), n.Name)
				}
			}
			return true
		})
	}
}

var swedishWord = regexp.MustCompile(`[åäöÅÄÖ]\p{L}|\p{L}[åäöÅÄÖ]`)

// quotation is what a source says, inside a text of ours: 000, "Målgrupp".
var quotation = regexp.MustCompile(`^"\d{3}[^"]*\\"[^"]*\\"`)

func isSwedish(text string) bool { return swedishWord.MatchString(text) }

func TestIsSwedish(t *testing.T) {
	for text, want := range map[string]bool{
		"ärende": true, "genomförandeplan": true, "på": true, "ö": false, "å ä ö": false, "case": false, "café": false,
	} {
		if got := isSwedish(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
