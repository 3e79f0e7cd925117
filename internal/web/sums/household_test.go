package sums_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/goccy/go-yaml"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/web/layout/pagetest"
)

func TestHousehold(t *testing.T) {
	town := officetest.OnSQLite(t)
	room := room(t, town)
	const address = "/sums/household"
	const parent = address + "?month=2026-03&adults=1&children=1&age_0=8&cost_rent=6500&incomes=1&kind_0=work&net_0=5000&stimulus_0=yes"

	t.Run("guards", func(t *testing.T) {
		for _, page := range []string{"", "/margin.csv"} {
			room.AsNobody().Get(t, address+page).Must(t, 303)
			room.As(town.PaymentOfficer).Get(t, address+page).Must(t, 403)
			room.As(town.Evaluator).Get(t, address+page).Must(t, 403)
		}
	})
	ask := room.As(town.CaseManager)
	t.Run("never a dead end", func(t *testing.T) {
		page := ask.Get(t, address).Must(t, 200).Says(t, "Fyll i ett exempel")
		example := page.Doc.Find(".ff-empty a").AttrOr("href", "")
		ask.Get(t, example).Must(t, 200).Says(t, "Heltid ger 20 000 kr i lön").Says(t, "Biståndet upphör").Says(t, "I programmet")
		room.In("en").As(town.Partner).Get(t, example).Must(t, 200).Says(t, "Full time pays").Says(t, "Left to live on")
		room.In("sv")
	})
	t.Run("a sum with every step", func(t *testing.T) {
		ask.Get(t, parent).Must(t, 200).Says(t, "Biståndet är 11 920 kr i mars 2026").Says(t, "räknas 25 % inte med").
			Says(t, "SoF (2025:468) 12 kap. 2 §").Says(t, "Barnbidrag finns inte bland inkomsterna").Says(t, "Vad skulle bli kvar av mer arbete?")
		ask.Get(t, address+"?month=2014-03&adults=1&size=5&shared=yes").Must(t, 200).Says(t, "Biståndet är 3 292 kr").Says(t, "5 personer i hemmet")
		if page := ask.Get(t, address+"?month=2014-03&adults=1&size=5").Must(t, 200).Says(t, "ska det också sägas att hemmet delas"); strings.Contains(page.Text(), "_household") {
			t.Error("the page has a word of the file")
		}
		ask.Get(t, address+"?month=2026-03&adults=1&incomes=1&kind_0=work&net_0=16+000,50+kr").Must(t, 200).Says(t, "inkomsterna är 10 781 kr mer än behovet")
		ask.Get(t, address+"?month=2026-03&adults=1&incomes=1&kind_0=other&name_0=Lotteri&net_0=5220").Must(t, 200).Says(t, "täcker precis behovet").Says(t, "Lotteri")
	})
	t.Run("the programme's supplement is for the children in custody", func(t *testing.T) {
		const family = address + "?month=2026-03&adults=1&children=2&age_0=8&age_1=3&cost_rent=9000"
		ask.Get(t, family).Must(t, 200).Says(t, "barntillägg för 2 barn")
		page := ask.Get(t, family+"&no_custody_1=yes").Must(t, 200).Says(t, "barntillägg för ett barn")
		if page.Doc.Find("#f-no_custody_1[checked]").Length() != 1 || page.Doc.Find("#f-no_custody_0[checked]").Length() != 0 {
			t.Error("what was ticked is not")
		}
		ask.Get(t, family+"&no_custody_0=yes&no_custody_1=yes").Must(t, 200).Says(t, "utan barntillägg")
	})
	t.Run("pay, a month and an hour", func(t *testing.T) {
		ask.Get(t, parent+"&instead_0=yes&pay=17500&pay_stimulus=yes&hours=20&pay_source=Tabell+32").Must(t, 200).
			Says(t, "Arbete 20 h i veckan").Says(t, "Källa: Tabell 32").Says(t, "Jobbstimulansen upphör efter 24 kalendermånader")
		ask.Get(t, parent+"&pay=100&pay_per=hour").Must(t, 200).Says(t, "Heltid ger 17 333 kr i lön")
		file := ask.Get(t, address+"/margin.csv?month=2026-03&adults=1&pay=10000&cost_rent=6500").Must(t, 200)
		if lines := strings.Split(strings.TrimSpace(file.Body.String()), "\r\n"); len(lines) != 42 || lines[41] != "40;10000;1720;5220;5220;1" {
			t.Errorf("%d lines, the last %q", len(lines), lines[len(lines)-1])
		}
	})
	t.Run("invalid, beside the field, and nothing typed is lost", func(t *testing.T) {
		for query, beside := range map[string]string{
			"month=":                                                               "month",
			"month=2015-13":                                                        "month",
			"month=2026-03&adults=3":                                               "adults",
			"month=2026-03&children=2&age_1=21":                                    "age_1",
			"month=2026-03&children=1&age_0=x":                                     "age_0",
			"month=2023-03&children=1&age_0=5&away_0=yes":                          "away_0",
			"month=2026-03&size=1&children=1&age_0=5":                              "size",
			"month=2026-03&cost_rent=much":                                         "cost_rent",
			"month=2026-03&cost_rent=-1":                                           "cost_rent",
			"month=2026-03&cost_rent=10000000":                                     "cost_rent",
			"month=2026-03&others=1&other_0=500":                                   "other_name_0",
			"month=2026-03&others=1&other_name_0=Flytt":                            "other_0",
			"month=2026-03&incomes=2&net_1=500":                                    "kind_1",
			"month=2026-03&incomes=1&kind_0=work":                                  "net_0",
			"month=2026-03&incomes=1&kind_0=gifts&net_0=5":                         "kind_0",
			"month=2026-03&incomes=1&kind_0=other&net_0=5":                         "name_0",
			"month=2026-03&incomes=1&kind_0=child_allowance&net_0=5&allowance=yes": "allowance",
			"month=2026-03&pay=0":                                                  "pay",
			"month=2026-03&pay=9000000&pay_per=hour":                               "pay",
			"month=2026-03&pay=much":                                               "pay",
			"month=2026-03&hours=41&pay=9000":                                      "hours",
		} {
			page := ask.Get(t, address+"?"+query).Must(t, 422)
			if page.Doc.Find("#f-"+beside+"-error").Length() != 1 {
				t.Errorf("%s: nothing is said beside %s: %s", query, beside, page.Text())
			}
		}
		kept := ask.Get(t, address+"?month=2026-03&cost_rent=much&incomes=1&kind_0=pension&net_0=7500").Must(t, 422)
		if kept.Doc.Find("#f-net_0").AttrOr("value", "") != "7500" || kept.Doc.Find("#f-cost_rent").AttrOr("value", "") != "much" {
			t.Error("what was typed is gone")
		}
		ask.Get(t, address+"/margin.csv?month=2026-03&pay=much").Must(t, 422)
		ask.Get(t, address+"/margin.csv?month=2026-03").Must(t, 404)
	})
	t.Run("a month without a table says what is missing, and which there are", func(t *testing.T) {
		ask.Get(t, address+"?month=2022-03").Must(t, 422).Says(t, "Det finns ingen riksnorm inlagd för 1 mars 2022").Says(t, "Månader som finns: 2014, 2019, 2021, 2023–2026")
		ask.Get(t, address+"?month=2014-03&children=1&age_0=4&allowance=yes").Must(t, 422).Says(t, "barnbidrag")
	})
	t.Run("the link carries what was filled in and no more", func(t *testing.T) {
		to := ask.Get(t, address+"?month=2026-03&size=&cost_rent=6500&pay=").Must(t, 303).Header().Get("Location")
		if to != address+"?cost_rent=6500&month=2026-03" {
			t.Errorf("on to %s", to)
		}
	})
	t.Run("rows come and go without script", func(t *testing.T) {
		to := ask.Get(t, parent+"&do=add_child").Must(t, 303).Header().Get("Location")
		if !strings.HasSuffix(to, "#f-age_1") || strings.Contains(to, "do=") {
			t.Errorf("on to %s", to)
		}
		page := ask.Get(t, withoutPlace(to)).Must(t, 200)
		if page.Doc.Find("#f-age_0").AttrOr("value", "") != "8" || page.Doc.Find("#f-age_1").Length() != 1 {
			t.Error("the rows are others")
		}
		two := strings.Replace(parent, "incomes=1", "incomes=2", 1) + "&kind_1=pension&net_1=100"
		to = ask.Get(t, two+"&do=drop_income_0").Must(t, 303).Header().Get("Location")
		page = ask.Get(t, withoutPlace(to)).Must(t, 200)
		if page.Doc.Find("#f-net_0").AttrOr("value", "") != "100" || page.Doc.Find("#f-net_1").Length() != 0 {
			t.Error("the row after the one that was taken away did not move up")
		}
		ask.Get(t, parent+"&do=drop_child_7").Must(t, 200)
		ask.Get(t, address+"?month=2026-03&children=99").Must(t, 200)
	})
	t.Run("broken database", func(t *testing.T) {
		town.DB.Close()
		ask.Get(t, parent).Must(t, 500)
	})
}

// withoutPlace is the address as a browser sends it: the place on the page stays behind.
func withoutPlace(address string) string {
	sent, _, _ := strings.Cut(address, "#")
	return sent
}

// The case table of the rules, read off the page.
func TestHouseholdsOfTheCaseTable(t *testing.T) {
	text, err := os.ReadFile("../../economy/testdata/households.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases []map[string]any
	if err := yaml.Unmarshal(text, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases) < 40 {
		t.Fatalf("only %d households were read", len(cases))
	}
	town := officetest.OnSQLite(t)
	ask := room(t, town).As(town.CaseManager)
	for _, c := range cases {
		for year := 2014; year <= 2026; year++ {
			name := fmt.Sprintf("%v, %d", c["case"], year)
			want := into[amounts](t, c[fmt.Sprint(year)])
			query := into[facts](t, c["household"]).query(year)
			page := ask.Get(t, "/sums/household?"+query.Encode())
			if want.Refused != "" {
				beside := map[string]string{"national_standard": "month", "child_allowance": "month", "lunch_away": "away"}[want.Refused]
				if page.Code != 422 || page.Doc.Find(`[id^="f-`+beside+`"][id$="-error"]`).Length() == 0 {
					t.Errorf("%s: status %d, nothing beside %s", name, page.Code, beside)
				}
				continue
			}
			if got := readAmounts(t, page); page.Code != 200 || got != want {
				t.Errorf("%s: %+v, want %+v", name, got, want)
			}
		}
	}
}

type amounts struct {
	Standard   int    `json:"national_standard"`
	Costs      int    `json:"costs"`
	Income     int    `json:"counted_income"`
	Assistance int    `json:"assistance"`
	Surplus    int    `json:"surplus"`
	Refused    string `json:"refused"`
}

// facts is a household as the file of the command has it.
type facts struct {
	Adults     int  `json:"adults"`
	Cohabiting bool `json:"cohabiting"`
	Size       int  `json:"household_size"`
	Shared     bool `json:"shared_household"`
	Children   []struct {
		Age  int   `json:"age"`
		Home *bool `json:"lunch_at_home"`
	} `json:"children"`
	Costs   map[string]any `json:"reasonable_costs"`
	Incomes []struct {
		Kind     string      `json:"kind"`
		Name     string      `json:"name"`
		Net      json.Number `json:"net"`
		Stimulus bool        `json:"job_stimulus"`
	} `json:"incomes"`
	Allowance string `json:"child_allowance"`
}

// query is the same household in an address.
func (h facts) query(year int) url.Values {
	q := url.Values{"month": {fmt.Sprintf("%d-03", year)}, "adults": {fmt.Sprint(h.Adults)}}
	set := func(name string, value any) { q.Set(name, fmt.Sprint(value)) }
	tick := func(name string, yes bool) {
		if yes {
			q.Set(name, "yes")
		}
	}
	if h.Size > 0 {
		set("size", h.Size)
	}
	tick("shared", h.Shared)
	tick("allowance", h.Allowance == "add")
	set("children", len(h.Children))
	for i, c := range h.Children {
		set(fmt.Sprint("age_", i), c.Age)
		tick(fmt.Sprint("away_", i), c.Home != nil && !*c.Home)
	}
	for kind, cost := range h.Costs {
		others, several := cost.([]any)
		if !several {
			set("cost_"+kind, cost)
			continue
		}
		set("others", len(others))
		for i, other := range others {
			set(fmt.Sprint("other_name_", i), other.(map[string]any)["name"])
			set(fmt.Sprint("other_", i), other.(map[string]any)["amount"])
		}
	}
	set("incomes", len(h.Incomes))
	for i, in := range h.Incomes {
		set(fmt.Sprint("kind_", i), in.Kind)
		if in.Name != "" {
			set(fmt.Sprint("name_", i), in.Name)
		}
		set(fmt.Sprint("net_", i), in.Net)
		tick(fmt.Sprint("stimulus_", i), in.Stimulus)
	}
	return q
}

// readAmounts reads the numbers above the explanation.
func readAmounts(t *testing.T, page *pagetest.Answer) amounts {
	t.Helper()
	var read [5]int
	page.Doc.Find(".ff-stats li").Each(func(i int, s *goquery.Selection) {
		read[i] = digits(s.Find(".ff-stat-value").Text())
		if i == 3 {
			read[4] = digits(s.Find(".ff-small").Text())
		}
	})
	return amounts{Standard: read[0], Costs: read[1], Income: read[2], Assistance: read[3], Surplus: read[4]}
}

// digits is the number in the text, whatever stands around it.
func digits(text string) (n int) {
	for _, r := range text {
		if '0' <= r && r <= '9' {
			n = 10*n + int(r-'0')
		}
	}
	return n
}

// into reads a value of the table as the type says; what it does not know is a mistake.
func into[T any](t *testing.T, value any) (read T) {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.DisallowUnknownFields()
	d.UseNumber()
	if err := d.Decode(&read); err != nil {
		t.Fatal(err)
	}
	return read
}
