package person_test

import (
	"slices"
	"strings"
	"testing"

	"fotfaste/internal/period"
	"fotfaste/internal/person"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Åsa Öberg":            "asa oberg",
		"ÄLMHULT":              "almhult",
		"Anna-Karin St. Clair": "anna karin st clair",
		"O'Neill":              "oneill",
		"Søren Kjær":           "soren kjaer",
		"Łukasz Woźniak":       "lukasz wozniak",
		"Müller Strauß":        "muller strauss",
		"İlkay Yıldız":         "ilkay yildiz",
		"  två   mellanslag ":  "tva mellanslag",
		"أَمِينَة":             "امينة",
		"":                     "",
		"—":                    "",
	} {
		if got := strings.Join(person.Fold(name), " "); got != want {
			t.Errorf("%q folds to %q, want %q", name, got, want)
		}
	}
}

func TestFoldingTwiceIsFoldingOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := person.Fold(rapid.String().Draw(t, "name"))
		twice := person.Fold(strings.Join(once, " "))
		if !slices.Equal(once, twice) {
			t.Fatalf("%q then %q", once, twice)
		}
	})
}

func TestCapitalsDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[a-zåäöéüøæ]{1,12}( |-)[a-zåäöéüøæ]{1,12}`).Draw(t, "name")
		if lower, upper := person.Fold(name), person.Fold(strings.ToUpper(name)); !slices.Equal(lower, upper) {
			t.Fatalf("%q and %q", lower, upper)
		}
	})
}

func somebody() person.Person {
	n, err := person.TestNumber(period.MustDay("1988-05-06"), 0)
	if err != nil {
		panic(err)
	}
	return person.Person{
		ID: "p1", Number: n, GivenName: "Åsa", FamilyName: "Öberg", Birth: n.BirthDay(),
		Gender: person.Woman, Language: "sv", Protection: person.None, Locality: "Ryd",
	}
}

func TestPersonCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*person.Person)
		want   string // field and key, empty where nothing is wrong
	}{
		{"nothing wrong", func(*person.Person) {}, ""},
		{"no identity number yet", func(p *person.Person) { p.Number = person.IdentityNumber{} }, ""},
		{"gender other than the number's, after a correction", func(p *person.Person) { p.Gender = person.Man }, ""},
		{"a hundred characters, two hundred bytes", func(p *person.Person) { p.FamilyName = strings.Repeat("Ö", 100) }, ""},
		{"no given name", func(p *person.Person) { p.GivenName = " " }, "given_name person.name.empty"},
		{"a name over the limit", func(p *person.Person) { p.FamilyName = strings.Repeat("Ö", 101) }, "family_name person.name.too_long"},
		{"a line break in the name", func(p *person.Person) { p.FamilyName = "A\nB" }, "family_name person.name.form"},
		{"not UTF-8", func(p *person.Person) { p.GivenName = "A\xff" }, "given_name person.name.form"},
		{"born tomorrow", func(p *person.Person) { p.Birth = today.AddDays(1) }, "birth person.birth.future"},
		{"born in another century", func(p *person.Person) { p.Birth = period.MustDay("1888-05-06") }, "birth person.birth.too_old"},
		{"born on another day than the number says", func(p *person.Person) { p.Birth++ }, "birth person.birth.differs_from_number"},
		{"a gender that is none", func(p *person.Person) { p.Gender = "x" }, "gender person.gender.unknown"},
		{"a language that is no tag", func(p *person.Person) { p.Language = "svenska språket" }, "language person.language.form"},
		{"no language", func(p *person.Person) { p.Language = "" }, "language person.language.form"},
		{"a language with a region", func(p *person.Person) { p.Language = "ckb-IQ" }, ""},
		{"protection left out", func(p *person.Person) { p.Protection = "" }, "protection person.protection.unknown"},
		{"a locality of two lines", func(p *person.Person) { p.Locality = "Ryd\r\n" }, "locality person.locality.form"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := somebody()
			c.change(&p)
			var got []string
			for _, f := range p.Check(today) {
				got = append(got, f.Name+" "+f.Text.Key)
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestOnlyNoProtectionShows(t *testing.T) {
	for protection, hides := range map[person.Protection]bool{
		person.None: false, person.ConfidentialityMark: true, person.ProtectedRegistration: true,
		"": true, "nonne": true,
	} {
		if protection.Hides() != hides {
			t.Errorf("%q hides: %t", protection, !hides)
		}
	}
}
