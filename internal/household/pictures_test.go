package household

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
	"fotfaste/internal/person"
)

type caseRow struct {
	What      What       `yaml:"what"`
	Name      string     `yaml:"name"`
	Amount    int64      `yaml:"amount"`
	Adults    int        `yaml:"adults"`
	Size      int        `yaml:"size"`
	Ages      []int      `yaml:"ages"`
	From      string     `yaml:"from"`
	To        string     `yaml:"to"`
	By        Provenance `yaml:"by"`
	Entered   string     `yaml:"entered"`
	Confirmed string     `yaml:"confirmed"`
	Ended     string     `yaml:"ended"`
	Mistake   bool       `yaml:"mistake"`
}

type aCase struct {
	Case       string    `yaml:"case"`
	Month      string    `yaml:"month"`
	Rows       []caseRow `yaml:"rows"`
	Children   []string  `yaml:"children"`
	Custody    string    `yaml:"custody_to"`
	Assistance string    `yaml:"assistance"`
	Programme  *int      `yaml:"supplement_children"`
	Warns      []Code    `yaml:"warns"`
}

func noon(day string) time.Time { return period.MustDay(day).Time().Add(12 * time.Hour) }

// entries are what was said, one word an instant.
func (r caseRow) entries(id int) []Entry {
	row := ident.ID(fmt.Sprintf("row-%02d", id))
	s := Statement{What: r.What, Name: r.Name, Amount: money.Ore(r.Amount * 100), From: period.MustMonth(r.From), Provenance: r.By,
		Home: Home{Adults: r.Adults, Size: r.Size, Ages: r.Ages}}
	if r.To != "" {
		s.To = period.MustMonth(r.To)
	}
	at := noon(r.Entered)
	all := []Entry{{Row: row, At: at, Statement: s, Deed: Entered, ByName: "A"}}
	if r.Confirmed != "" {
		all = append(all, Entry{Row: row, At: noon(r.Confirmed), Statement: s, Deed: Confirmed, ByName: "B"})
	}
	if r.Ended != "" {
		s.To = period.MustMonth(r.Ended)
		all = append(all, Entry{Row: row, At: at.Add(time.Hour), Statement: s, Deed: Ended, ByName: "C"})
	}
	if r.Mistake {
		all = append(all, Entry{Row: row, At: at.Add(2 * time.Hour), Statement: s, Deed: TakenBack, ByName: "C"})
	}
	return all
}

var farAhead = noon("2100-01-01")

func born(day string) person.Child {
	c := person.Child{ID: ident.ID(day), Birth: period.MustDay(day)}
	c.Custody = period.Span{From: c.Birth, To: c.LastDayAsMinor()}
	return c
}

func TestPictures(t *testing.T) {
	file, err := os.ReadFile("testdata/pictures.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []aCase
	if err := yaml.UnmarshalWithOptions(file, &cases, yaml.Strict()); err != nil {
		t.Fatal(err)
	}
	warned := map[Code]bool{}
	for _, c := range cases {
		t.Run(c.Case, func(t *testing.T) {
			var entries []Entry
			for i, r := range c.Rows {
				entries = append(entries, r.entries(i)...)
			}
			var children []person.Child
			for _, day := range c.Children {
				child := born(day)
				if c.Custody != "" {
					child.Custody.To = period.MustDay(c.Custody)
				}
				children = append(children, child)
			}
			p, err := Look(law.Sweden(), Rows(entries, farAhead), children, period.MustMonth(c.Month))
			if err != nil {
				t.Fatal(err)
			}
			got := "none"
			if p.Result != nil {
				got = p.Result.Assistance.String()
			}
			if got != c.Assistance {
				t.Errorf("assistance %s, want %s", got, c.Assistance)
			}
			if c.Programme != nil && p.Facts.SupplementChildren() != *c.Programme {
				t.Errorf("%d children give supplement, want %d", p.Facts.SupplementChildren(), *c.Programme)
			}
			var codes []Code
			keys := map[string]bool{}
			for _, w := range p.Warnings {
				warned[w.Code] = true
				if keys[w.Key()] {
					t.Errorf("two warnings have the key %s", w.Key())
				}
				keys[w.Key()] = true
				if w.Code != FactInDoubt { // the reckoner's own are its tests' matter
					codes = append(codes, w.Code)
				}
			}
			if !slices.Equal(codes, c.Warns) {
				t.Errorf("warns of %s, want %s", said(codes), said(c.Warns))
			}
		})
	}
	for _, code := range Codes() {
		if !warned[code] && code != CannotReckon && code != FactInDoubt {
			t.Errorf("no case warns of %s", code)
		}
	}
}

func said(codes []Code) string {
	var words []string
	for _, c := range codes {
		words = append(words, string(c))
	}
	return strings.Join(words, " ")
}
