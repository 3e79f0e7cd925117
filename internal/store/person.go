package store

import (
	"context"
	"strings"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

const personColumns = `p.id, p.identity_number, p.given_name, p.family_name, p.birth, p.gender, p.protection,
	p.language, p.locality, p.phone, p.email, p.born_abroad`

func readPerson(row scanner, p *person.Person) error {
	return row.Scan(&p.ID, &p.Number, &p.GivenName, &p.FamilyName, &p.Birth, &p.Gender, &p.Protection,
		&p.Language, &p.Locality, &p.Phone, &p.Email, &p.BornAbroad)
}

// AddPerson stores a new person and the words to find them by.
func (t *Tx) AddPerson(ctx context.Context, p person.Person) error {
	err := t.run(ctx, `
		INSERT INTO person (municipality, id, identity_number, given_name, family_name, sort_name, birth, gender,
			protection, language, locality, phone, email, born_abroad)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
		t.Municipality, string(p.ID), p.Number, p.GivenName, p.FamilyName, sortName(p), p.Birth, string(p.Gender),
		string(p.Protection), p.Language, p.Locality, p.Phone, p.Email, p.BornAbroad)
	if err != nil {
		return err
	}
	return t.addWords(ctx, p)
}

// SavePerson stores what has been corrected about a person. The identity number is
// never changed: another number is another person.
func (t *Tx) SavePerson(ctx context.Context, p person.Person) error {
	err := t.run(ctx, `
		UPDATE person SET given_name = $3, family_name = $4, sort_name = $5, gender = $6, protection = $7,
			language = $8, locality = $9, phone = $10, email = $11, born_abroad = $12
		WHERE municipality = $1 AND id = $2`,
		t.Municipality, string(p.ID), p.GivenName, p.FamilyName, sortName(p), string(p.Gender), string(p.Protection),
		p.Language, p.Locality, p.Phone, p.Email, p.BornAbroad)
	if err != nil {
		return err
	}
	if err := t.run(ctx, `DELETE FROM person_word WHERE municipality = $1 AND person_id = $2`,
		t.Municipality, string(p.ID)); err != nil {
		return err
	}
	return t.addWords(ctx, p)
}

func (t *Tx) addWords(ctx context.Context, p person.Person) error {
	for _, word := range indexWords(p) {
		err := t.run(ctx, `INSERT INTO person_word (municipality, word, sort_name, person_id) VALUES ($1, $2, $3, $4)`,
			t.Municipality, word, sortName(p), string(p.ID))
		if err != nil {
			return err
		}
	}
	return nil
}

// Person is one person. NotFound where there is none.
func (t *Tx) Person(ctx context.Context, id ident.ID) (person.Person, error) {
	return one(ctx, t, readPerson, `SELECT `+personColumns+` FROM person p WHERE p.municipality = $1 AND p.id = $2`,
		t.Municipality, string(id))
}

// PersonByNumber is the person with the identity number. NotFound where there is none.
func (t *Tx) PersonByNumber(ctx context.Context, number person.IdentityNumber) (person.Person, error) {
	return one(ctx, t, readPerson, `SELECT `+personColumns+` FROM person p WHERE p.municipality = $1 AND p.identity_number = $2`,
		t.Municipality, number)
}

// AssistanceSpell is a time with social assistance; it goes on where To is nil.
type AssistanceSpell struct {
	From period.Day
	To   *period.Day
}

// AddAssistance stores a spell of social assistance.
func (t *Tx) AddAssistance(ctx context.Context, id, of ident.ID, s AssistanceSpell) error {
	return t.run(ctx, `INSERT INTO assistance_spell (municipality, id, person_id, from_day, to_day) VALUES ($1, $2, $3, $4, $5)`,
		t.Municipality, string(id), string(of), s.From, dayOrNull(s.To))
}

// Assistance is the person's spells of social assistance, oldest first.
func (t *Tx) Assistance(ctx context.Context, of ident.ID) ([]AssistanceSpell, error) {
	return many(ctx, t, func(row scanner, s *AssistanceSpell) error { return row.Scan(&s.From, intoDayOrNil(&s.To)) },
		`SELECT from_day, to_day FROM assistance_spell WHERE municipality = $1 AND person_id = $2 ORDER BY from_day, id`,
		t.Municipality, string(of))
}

// sortName orders people by family name as Swedish does, with å, ä and ö last. Its
// letters are chosen so that plain byte order, which both engines share, is right.
func sortName(p person.Person) string {
	return swedishOrder.Replace(strings.ToLower(p.FamilyName + " " + p.GivenName))
}

var swedishOrder = strings.NewReplacer("å", "z1", "ä", "z2", "æ", "z2", "ö", "z3", "ø", "z3",
	"é", "e", "è", "e", "ü", "y", "á", "a", "à", "a", "ç", "c", "ñ", "n", "í", "i", "ó", "o", "ú", "u")
