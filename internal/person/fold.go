package person

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are those that do not come apart into a letter and a mark, in the
// spelling that a Swedish keyboard gives them.
var letters = map[rune]string{
	'æ': "ae", 'ø': "o", 'œ': "oe", 'ß': "ss", 'ł': "l", 'đ': "d", 'ð': "d",
	'þ': "th", 'ħ': "h", 'ı': "i", 'ŋ': "n",
}

// apostrophes stand inside a name and are left out: O'Neill is found as oneill.
const apostrophes = "'’ʼ`´ʹ"

// Fold is the words of a name as search compares them: lower case, å and ä as a, ö
// and ø as o, accents and other marks gone, hyphens and full stops as spaces. The
// same folding is used when a name is stored and when it is looked for, since the
// databases do not fold Å, Ä and Ö alike.
func Fold(name string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		r = unicode.ToLower(r) // taking apart can bring a capital back
		switch spelt, known := letters[r]; {
		case known:
			b.WriteString(spelt)
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case unicode.Is(unicode.M, r) || strings.ContainsRune(apostrophes, r):
			// A mark on the letter before, or nothing at all.
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}
