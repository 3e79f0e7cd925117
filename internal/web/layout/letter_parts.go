package layout

import (
	"net/http"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/letter/pdf"
	"fotfaste/internal/web/locale"
)

// LetterStanding is, in a sentence, whether the person has got the letter and how long
// what it tells of can be appealed.
func LetterStanding(p *locale.Printer, v casework.LetterView) string {
	switch {
	case v.Time == nil || v.Time.Last == nil:
		return p.Text("letters.standing.not_got")
	case v.Time.Over:
		return p.Text("letters.standing.over", "Last", *v.Time.Last)
	}
	return p.Text("letters.standing.open", "Last", *v.Time.Last)
}

// LetterFacts are when it was written, when the person got it and the last day to appeal.
func LetterFacts(p *locale.Printer, v casework.LetterView) []Fact {
	facts := []Fact{{Label: p.Text("letters.made"), Value: p.Day(clock.DayOf(v.MadeAt))}}
	got := Fact{Label: p.Text("letters.got"), Value: p.Text("letters.got.not"), Tone: Plain}
	if v.InformedOn != nil {
		got.Value = p.Text("letters.got.value", "On", *v.InformedOn, "How", p.Code("letters.how.", v.InformedHow))
	}
	facts = append(facts, got)
	if v.Time == nil {
		return facts
	}
	last := Fact{Label: p.Text("letters.last"), Value: p.Text("letters.last.weeks", "Count", v.Time.Weeks)}
	if v.Time.Last != nil {
		last.Value = p.Day(*v.Time.Last)
	}
	return append(facts, last)
}

// LetterActions lead to the letter as a document and in its other languages. The
// address is that of letters, to which the identity is added.
func LetterActions(p *locale.Printer, v casework.LetterView, address string) []Action {
	actions := []Action{{Text: p.Text("letters.pdf"), Href: address + string(v.ID) + AsDocument}}
	for _, other := range v.Others {
		actions = append(actions, Action{Text: p.Code("letters.in.", other.Letter.Language), Href: address + string(other.ID)})
	}
	return actions
}

// AsDocument is the ending of a letter's address that asks for it as a document.
const AsDocument = ".pdf"

// LetterDocument answers with the letter as a document. Its name says which case and
// when, and not who.
func LetterDocument(w http.ResponseWriter, v casework.LetterView) error {
	document, err := pdf.Write(v.Letter.Letter, v.MadeAt)
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "application/pdf")
	h.Set("Content-Language", v.Letter.Letter.Language)
	h.Set("Content-Disposition", `attachment; filename="`+v.Letter.Letter.Number+"-"+clock.DayOf(v.MadeAt).String()+"-"+v.Letter.Letter.Language+`.pdf"`)
	_, _ = w.Write(document) // the reader went away
	return nil
}
