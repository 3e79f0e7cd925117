package pdf

import (
	"errors"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"

	"fotfaste/internal/latin"
)

// family is what the typeface is called inside the document.
const family = "liberation"

// fonts are the two cuts that letters are set in, and which signs both have.
type fonts struct {
	regular, bold []byte
	covers        func(rune) bool
}

var typeface = sync.OnceValues(func() (fonts, error) {
	f := fonts{regular: liberationsansregular.TTF, bold: liberationsansbold.TTF}
	regular, err := sfnt.Parse(f.regular)
	bold, errBold := sfnt.Parse(f.bold)
	if err := errors.Join(err, errBold); err != nil {
		return f, err
	}
	f.covers = func(r rune) bool {
		// The document counts signs in two bytes. What is below a space is no sign.
		if r < ' ' || r == 0x7f || r > 0xfffd {
			return false
		}
		var buffer sfnt.Buffer
		one, err := regular.GlyphIndex(&buffer, r)
		other, errBold := bold.GlyphIndex(&buffer, r)
		return err == nil && errBold == nil && one != 0 && other != 0
	}
	return f, nil
})

// set is the text in signs that the typeface has: é without its mark where it lacks
// the letter, a question mark for a script that it does not know. A name is never a
// reason for a letter not to be written.
func (f fonts) set(text string) string { return latin.Spell(text, f.covers) }
