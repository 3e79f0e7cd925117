package latin

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Unknown stands for a sign that has no plainer spelling.
const Unknown = "?"

// plainer are letters that do not come apart into a letter and a mark, and signs
// that word processors put where a keyboard has simpler ones.
var plainer = map[rune]string{
	'æ': "ae", 'Æ': "AE", 'ø': "o", 'Ø': "O", 'œ': "oe", 'Œ': "OE", 'ß': "ss", 'ẞ': "SS",
	'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "TH",
	'ħ': "h", 'Ħ': "H", 'ı': "i", 'ŋ': "n", 'Ŋ': "N", 'ə': "e", 'Ə': "E",
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '−': "-",
	'‘': "'", '’': "'", '‚': "'", 'ʼ': "'", '´': "'", '`': "'", '′': "'",
	'“': `"`, '”': `"`, '„': `"`, '«': `"`, '»': `"`,
	'"': "'", '&': "+", '_': "-", ';': ",",
	'€': "EUR", '£': "GBP", '$': "USD", '©': "(c)", '®': "(r)", '×': "x",
}

// Spell writes the text with signs that has accepts. A sign it does not accept is
// written as the letter under its marks, as its plainer spelling, or as Unknown;
// every kind of white space is a space. The text is first put in its composed
// form, so that a letter with a loose mark counts as the letter it shows. has must
// accept the letters A-Z and a-z, the space, and Unknown.
func Spell(text string, has func(rune) bool) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		switch {
		case has(r):
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.Is(unicode.M, r):
			// A mark that no composed letter has taken up: the letter stands alone.
		default:
			b.WriteString(spelling(r, has))
		}
	}
	return b.String()
}

// spelling is one sign in signs that has accepts.
func spelling(r rune, has func(rune) bool) string {
	// Taking apart can leave more than one letter: the ligature fi is f and i.
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(r)) {
		spelt, known := plainer[part]
		if next := []rune(spelt); len(next) == 1 && !has(next[0]) {
			spelt, known = plainer[next[0]] // “ is " and, where that is lacking too, '
		}
		switch {
		case unicode.Is(unicode.M, part):
		case has(part):
			b.WriteRune(part)
		case known && accepted(spelt, has):
			b.WriteString(spelt)
		case unicode.IsSpace(part):
			b.WriteByte(' ')
		default:
			b.WriteString(Unknown)
		}
	}
	if b.Len() == 0 {
		return Unknown
	}
	return b.String()
}

func accepted(text string, has func(rune) bool) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !has(r) })
}
