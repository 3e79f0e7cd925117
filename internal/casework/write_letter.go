package casework

import (
	"context"
	"errors"
	"slices"

	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/person"
	"fotfaste/internal/store"
)

// Letter is a letter as it is kept.
type Letter = store.SentLetter

// writeLetter writes a letter about the subject (a decision, say) in every language
// that letters have, in the transaction of what it tells of. Nothing is decided
// without its letter.
func (d *desk) writeLetter(ctx context.Context, subject ident.ID, write func(letter.Words) letter.Letter) error {
	if d.Office.Words == nil {
		return errors.New("the office has no words to write letters in")
	}
	for _, language := range letter.Languages {
		kept := Letter{ID: d.newID(), Case: d.Case.ID, Subject: subject, Letter: write(d.Office.Words(language)),
			MadeAt: d.Now, MadeBy: d.Actor.Account}
		if err := d.AddLetter(ctx, kept); err != nil {
			return err
		}
	}
	return nil
}

// letterFrame is what stands around every letter of the case.
func (d *desk) letterFrame(ctx context.Context) (letter.Frame, error) {
	f := letter.Frame{Unit: d.Actor.OrganisationName, Number: d.Case.Number, Day: d.Today}
	var err error
	if f.Municipality, err = d.MunicipalityName(ctx); err != nil {
		return f, err
	}
	to, err := d.Person(ctx, d.Case.Person)
	f.To = AddressOf(to)
	return f, err
}

// AddressOf is how the person is written to. Nothing in a letter says where somebody
// with a protected identity is.
func AddressOf(p person.Person) []string {
	lines := []string{p.Name()}
	if p.Protection.Hides() {
		return lines
	}
	if p.Locality != "" {
		lines = append(lines, p.Locality)
	}
	return lines
}

// howToAppeal is the time and the section in force today.
func (d *desk) howToAppeal() (letter.Appeal, error) {
	weeks, err := d.Office.Law.AppealWeeks(d.Today)
	if err != nil {
		return letter.Appeal{}, err
	}
	act, err := d.Office.Law.Act(law.Appeal, d.Today)
	return letter.Appeal{Weeks: weeks, Act: act, Day: d.Today}, err
}

// contactName is the case manager's name, "" until there is one.
func (d *desk) contactName(ctx context.Context) (string, error) {
	if d.Case.Manager.IsZero() {
		return "", nil
	}
	manager, err := d.Account(ctx, d.Case.Manager)
	return manager.Name, err
}

// LetterLine is a letter in the languages it has been written in.
type LetterLine struct {
	Letter              // in the authority's language
	Others     []Letter // translations
	LastAppeal *AppealTime
}

// In is the letter in the language, in the authority's own where it has no other.
func (l LetterLine) In(language string) Letter {
	for _, other := range l.Others {
		if other.Letter.Language == language {
			return other
		}
	}
	return l.Letter
}

// letterLines are the letters of the case, newest first, the languages of each together.
func (d *desk) letterLines(ctx context.Context) ([]LetterLine, error) {
	all, err := d.Letters(ctx, d.Case.ID)
	if err != nil {
		return nil, err
	}
	var lines []LetterLine
	for _, l := range all {
		i := slices.IndexFunc(lines, func(line LetterLine) bool {
			return line.Subject == l.Subject && line.Letter.Letter.Kind == l.Letter.Kind
		})
		switch {
		case i < 0:
			lines = append(lines, LetterLine{Letter: l})
		case l.Letter.Language == letter.Languages[0]:
			lines[i].Others = append(lines[i].Others, lines[i].Letter)
			lines[i].Letter = l
		default:
			lines[i].Others = append(lines[i].Others, l)
		}
	}
	for i := range lines {
		if lines[i].LastAppeal, err = d.appealTime(lines[i].Letter); err != nil {
			return nil, err
		}
	}
	return lines, nil
}
