package person

import (
	"log/slog"
	"strings"
	"unicode/utf8"

	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// Gender is what a person is registered as, since that is what equality is followed
// by. Unstated where nothing is known.
type Gender string

const (
	Unstated Gender = ""
	Woman    Gender = "woman"
	Man      Gender = "man"
)

// Protection is how strongly a person's whereabouts are protected. Every value but
// None hides, so that one that is missing or misspelt hides too.
type Protection string

const (
	None Protection = "none"
	// ConfidentialityMark (sekretessmarkering) warns that harm is likely if
	// anything is given out (OSL 22 kap. 1 §).
	ConfidentialityMark Protection = "confidentiality_mark"
	// ProtectedRegistration (skyddad folkbokföring) means that the register itself
	// holds another address (folkbokföringslagen 16 §).
	ProtectedRegistration Protection = "protected_registration"
)

// Hides tells whether the person is hidden from all but named staff.
func (p Protection) Hides() bool { return p != None }

// Person is who a case is about.
type Person struct {
	ID         ident.ID
	Number     IdentityNumber
	GivenName  string
	FamilyName string
	Birth      period.Day
	Gender     Gender
	Language   string // BCP 47 tag of the language the person wants, such as "sv" or "ar"
	Protection Protection
	Locality   string // part of the municipality; never shown for a protected person
	Phone      string
	Email      string
	BornAbroad bool
}

// Name is given name and family name.
func (p Person) Name() string { return strings.TrimSpace(p.GivenName + " " + p.FamilyName) }

// Age is the person's age in whole years on the day.
func (p Person) Age(on period.Day) int { return p.Birth.YearsUntil(on) }

// SearchWords are the folded words that the person is found by.
func (p Person) SearchWords() []string { return Fold(p.GivenName + " " + p.FamilyName) }

// String tells which person it is without telling who.
func (p Person) String() string { return "person " + p.ID.String() }

// GoString masks the person in %#v.
func (p Person) GoString() string { return p.String() }

// LogValue is the identity alone: no name, number or place stands in a log.
func (p Person) LogValue() slog.Value { return slog.StringValue(p.ID.String()) }

// longestName is in characters, not bytes.
const longestName = 100

// oldest is an age above everyone who has lived: a birth day before it is mistyped.
const oldest = 120

// Check says what is wrong with the facts, beside the field each belongs to:
// given_name, family_name, birth, gender, language, protection, locality.
func (p Person) Check(today period.Day) fault.Fields {
	var f fault.Fields
	checkName(&f, "given_name", p.GivenName)
	checkName(&f, "family_name", p.FamilyName)
	switch {
	case p.Birth > today:
		f.Add("birth", "person.birth.future")
	case p.Birth.YearsUntil(today) > oldest:
		f.Add("birth", "person.birth.too_old", "Years", oldest)
	case !p.Number.IsZero() && p.Number.BirthDay() != p.Birth:
		f.Add("birth", "person.birth.differs_from_number")
	}
	f.Check(p.Gender == Unstated || p.Gender == Woman || p.Gender == Man, "gender", "person.gender.unknown")
	f.Check(languageTag(p.Language), "language", "person.language.form")
	switch p.Protection {
	case None, ConfidentialityMark, ProtectedRegistration:
	default:
		f.Add("protection", "person.protection.unknown")
	}
	f.Check(plainLine(p.Locality) && utf8.RuneCountInString(p.Locality) <= longestName,
		"locality", "person.locality.form", "Most", longestName)
	return f
}

func checkName(f *fault.Fields, field, name string) {
	switch {
	case strings.TrimSpace(name) == "":
		f.Add(field, "person.name.empty")
	case utf8.RuneCountInString(name) > longestName:
		f.Add(field, "person.name.too_long", "Most", longestName)
	case !plainLine(name):
		f.Add(field, "person.name.form")
	}
}

// plainLine tells whether the text is UTF-8 on one line without control characters.
func plainLine(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f })
}

// languageTag tells whether the text has the form of a BCP 47 tag: letters, then
// perhaps more letters or digits after hyphens.
func languageTag(text string) bool {
	if len(text) > 35 {
		return false
	}
	for i, part := range strings.Split(text, "-") {
		if len(part) < 2 || len(part) > 8 || (i == 0 && len(part) > 3) {
			return false
		}
		for _, r := range part {
			letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
			if !letter && (i == 0 || r < '0' || r > '9') {
				return false
			}
		}
	}
	return true
}
