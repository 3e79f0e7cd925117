package matching

import (
	"fmt"
	"testing"

	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
)

// queue is so many who suit alike.
func queue(n int) []Candidate {
	all := make([]Candidate, n)
	for i := range all {
		all[i] = anna()
		all[i].Case = ident.ID(fmt.Sprint("p", i))
	}
	return all
}

// worthsOf is what two places more would bring.
func worthsOf(m *Market, people []Candidate) ([]Worth, error) {
	plan, err := m.Propose(people)
	if err != nil {
		return nil, err
	}
	return plan.Worths(2, 5)
}

// Three wait for twenty hours each and one finds room: two places more give two more an
// activity, and places where nobody is short give nothing.
func TestWhatMorePlacesAreWorth(t *testing.T) {
	short, wide := workshop("short"), workshop("wide")
	short.Free, short.HoursPerPlace = 20, 20
	wide.StepFrom, wide.HoursPerPlace = 4, 20
	market := NewMarket(today, []Opening{wide, short}, Standard())
	worths, err := worthsOf(market, queue(3))
	if err != nil || len(worths) != 1 {
		t.Fatalf("%+v %v", worths, err)
	}
	if w := worths[0]; w.ID != "short" || w.People != 2 || w.Hours != 40 || w.Price != 200 {
		t.Errorf("%+v", w)
	}
	if worths, _ := worthsOf(market, queue(1)); len(worths) != 0 && worths[0].People != 0 {
		t.Errorf("nobody is short: %+v", worths)
	}
	if market.Openings[1].Free != 20 {
		t.Error("what is tried is not kept")
	}
}

func TestNeedAgainstRoom(t *testing.T) {
	work, language := workshop("work"), workshop("language")
	work.Free = 10
	language.Kind, language.HoursTo, language.LanguageSupport = catalogue.Language, 10, true
	closed := workshop("closed")
	closed.Open = false
	people := queue(2)
	people[1].Facts.Swedish = catalogue.LargeLimits
	for _, n := range NewMarket(today, []Opening{work, language, closed}, Standard()).Needs(people) {
		want := Need{Kind: n.Kind}
		switch n.Kind {
		case catalogue.WorkOriented: // one wants it all, the other what is beside the language
			want = Need{n.Kind, 30, 2, 10}
		case catalogue.Language:
			want = Need{n.Kind, 10, 1, 40}
		}
		if n != want {
			t.Errorf("%+v, want %+v", n, want)
		}
	}
}

// A place that is full already has a price as one that the plan fills: more of it helps
// as many, whoever took the last hours.
func TestWhatMoreOfAFullPlaceIsWorth(t *testing.T) {
	full := workshop("full")
	full.Free, full.HoursPerPlace = 0, 20
	worths, err := worthsOf(NewMarket(today, []Opening{full}, Standard()), queue(3))
	if err != nil || len(worths) != 1 || worths[0].People != 2 || worths[0].Hours != 40 {
		t.Errorf("%+v %v", worths, err)
	}
}
