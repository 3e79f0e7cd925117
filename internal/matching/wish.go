package matching

import (
	"maps"
	"slices"
	"strings"

	"fotfaste/internal/ident"
	"fotfaste/internal/person"
)

// shortestWord is the fewest letters of a word that says something by itself, counted as
// they are stored: a letter outside the Latin alphabet counts for two.
const shortestWord = 4

// index holds the words of the catalogue's names and purposes. A wish is told in a
// participant's own words and in any language; the machine knows none of them. It asks
// whether a word of the wish stands in the intervention and in few others, and shows the
// word, so that a person sees at once what the match is worth.
type index struct {
	words map[string][]ident.ID // folded word: the interventions it stands in, each once
	spelt map[string]string     // each as it is written there
	like  map[string][]string   // the words by their first letters, which the same stem shares
	most  int                   // a word that stands in more of them than this says nothing
}

func indexOf(openings []Opening) index {
	x := index{words: map[string][]ident.ID{}, spelt: map[string]string{}, like: map[string][]string{}, most: max(1, len(openings)/5)}
	for _, o := range openings {
		for _, written := range strings.Fields(o.Name + " " + o.Purpose) {
			for _, w := range person.Fold(written) {
				if has := x.words[w]; len(w) >= shortestWord && (len(has) == 0 || has[len(has)-1] != o.ID) {
					x.words[w], x.spelt[w] = append(has, o.ID), strings.ToLower(bare(written))
				}
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(x.words)) {
		x.like[w[:shortestWord]] = append(x.like[w[:shortestWord]], w)
	}
	return x
}

// wishes are the words of one wish, by the intervention they stand in.
type wishes map[ident.ID][]string

// in is the words that the wish and the intervention share.
func (w wishes) in(id ident.ID) string { return strings.Join(w[id], ", ") }

// find is which of the interventions the wish speaks of. Two words are the same when one
// begins with the other's stem, all but its last two letters: kitchen and kitchens.
func (x index) find(wish string) wishes {
	found := wishes{}
	for _, word := range strings.Fields(wish) {
		folded := strings.Join(person.Fold(word), "")
		if len(folded) < shortestWord {
			continue
		}
		var in []ident.ID
		there := map[ident.ID]string{} // the word as it stands there
		for _, other := range x.like[folded[:shortestWord]] {
			if sameStem(folded, other) {
				for _, id := range x.words[other] {
					in = append(in, id)
					there[id] = other
				}
			}
		}
		slices.Sort(in)
		in = slices.Compact(in)
		if len(in) > x.most {
			continue
		}
		for _, id := range in {
			shown := bare(word)
			if there[id] != folded { // another form of it: both are shown, so that a chance likeness is seen
				shown += " – " + x.spelt[there[id]]
			}
			if !slices.Contains(found[id], shown) {
				found[id] = append(found[id], shown)
			}
		}
	}
	return found
}

// bare is a word without the signs around it.
func bare(word string) string { return strings.Trim(word, ".,;:!?()\"”’") }

// sameStem tells whether the words share all but two letters of the shorter at least.
func sameStem(a, b string) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	stem := max(shortestWord, len(a)-2)
	return len(a) >= stem && len(b)-len(a) <= 3 && strings.HasPrefix(b, a[:stem])
}
