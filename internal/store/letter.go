package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/letter"
	"fotfaste/internal/period"
)

// SentLetter is a letter as it is kept: what it says, of what, and whether the person
// has got it.
type SentLetter struct {
	ID          ident.ID
	Case        ident.ID
	Subject     ident.ID // what it tells of: a decision, an appeal
	Letter      letter.Letter
	MadeAt      time.Time
	MadeBy      ident.ID
	InformedOn  *period.Day // the day the person got it, nil until it is known
	InformedHow letter.Way  // "" until then
}

// AddLetter keeps a letter. What it says is never changed.
func (t *Tx) AddLetter(ctx context.Context, l SentLetter) error {
	return t.run(ctx, `INSERT INTO letter (municipality, id, case_id, kind, subject_id, language, content, made_at, made_by, informed_on, informed_how)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		t.Municipality, string(l.ID), string(l.Case), string(l.Letter.Kind), string(l.Subject), l.Letter.Language, asJSON{l.Letter},
		at(l.MadeAt), string(l.MadeBy), dayOrNull(l.InformedOn), string(l.InformedHow))
}

const letterColumns = `SELECT x.id, x.case_id, x.subject_id, x.content, x.made_at, x.made_by, x.informed_on, x.informed_how FROM letter x`

func readLetter(row scanner, l *SentLetter) error {
	return row.Scan(&l.ID, &l.Case, &l.Subject, asJSON{&l.Letter}, intoTime(&l.MadeAt), &l.MadeBy, intoDayOrNil(&l.InformedOn), &l.InformedHow)
}

// Letter is one letter of the case. NotFound for that of another.
func (t *Tx) Letter(ctx context.Context, of, id ident.ID) (SentLetter, error) {
	return one(ctx, t, readLetter, letterColumns+` WHERE x.municipality = $1 AND x.case_id = $2 AND x.id = $3`,
		t.Municipality, string(of), string(id))
}

// Letters are the letters of the case in all languages, newest first.
func (t *Tx) Letters(ctx context.Context, of ident.ID) ([]SentLetter, error) {
	return many(ctx, t, readLetter, letterColumns+` WHERE x.municipality = $1 AND x.case_id = $2
		ORDER BY x.made_at DESC, x.subject_id DESC, x.kind, x.language DESC`, t.Municipality, string(of))
}

// LetterGot notes the day on which the person got the letter, in whichever language:
// all its languages are one letter. False where a day was noted before; the first
// one stands.
func (t *Tx) LetterGot(ctx context.Context, l SentLetter, on period.Day, how letter.Way) (bool, error) {
	n, err := t.exec(ctx, `UPDATE letter SET informed_on = $4, informed_how = $5
		WHERE municipality = $1 AND subject_id = $2 AND kind = $3 AND informed_on IS NULL`,
		t.Municipality, string(l.Subject), string(l.Letter.Kind), on, string(how))
	return n > 0, err
}
