package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"fotfaste/internal/allocation"
	"fotfaste/internal/allocation/matchfile"
	"fotfaste/internal/web/locale"
)

// saidMatch is the answer.
type saidMatch struct {
	Mode           string          `json:"mode"`
	Objective      int64           `json:"objective"`
	Assigned       int64           `json:"assigned_quanta"`
	Certificate    string          `json:"certificate"` // optimal, bounded or stable
	Bound          int64           `json:"bound"`       // no plan gains more
	Gap            float64         `json:"gap"`         // how much of the bound is missing, a share
	Seconds        float64         `json:"seconds"`     // of the solving alone
	Participants   int             `json:"participants"`
	Interventions  int             `json:"interventions"`
	Edges          int             `json:"edges"`
	Supply         int64           `json:"supply"`
	Capacity       int64           `json:"capacity"`
	Prices         saidPrices      `json:"shadow_prices"`
	Envy           allocation.Envy `json:"justified_envy"`
	UnplacedQuanta int64           `json:"unplaced_quanta"`
	Unplaced       []saidUnplaced  `json:"unplaced"`
	Written        string          `json:"plan,omitempty"`
	Notes          []saidNote      `json:"notes"`
}

// saidPrices is what one more quantum of each intervention would gain, in the order of
// the file.
type saidPrices []saidPrice

type saidPrice struct {
	intervention string
	price        int64
}

// MarshalJSON is an object with a field for each intervention.
func (s saidPrices) MarshalJSON() ([]byte, error) {
	out := bytes.NewBufferString("{")
	for i, p := range s {
		name, err := json.Marshal(p.intervention)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(out, "%s:%d", name, p.price)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// saidUnplaced is a participant with quanta left, or with none, and why.
type saidUnplaced struct {
	Participant  string            `json:"participant"`
	Quanta       int64             `json:"quanta"`
	Reason       allocation.Reason `json:"reason"`
	Intervention *string           `json:"intervention,omitempty"` // the nearest
	Gain         *int64            `json:"gain,omitempty"`         // of a quantum there
	Needed       *int64            `json:"needed,omitempty"`       // what a quantum there has to gain
	Tied         bool              `json:"tied,omitempty"`         // others with the same gain there came before
	Sentence     string            `json:"text"`
}

// nearestText says of the nearest intervention what it would have taken, where more gain
// would have been enough.
func nearestText(u allocation.Unplaced) string {
	switch {
	case u.Tied:
		return "match.nearest.tied"
	case u.Gain >= u.Needed:
		return "match.nearest.full"
	default:
		return "match.nearest"
	}
}

func (f matched) said(p *locale.Printer, in *allocation.Instance, forms map[matchfile.Which]matchfile.Form, c *matchCommand) saidMatch {
	said := saidMatch{Mode: c.Mode, Objective: f.made.Objective, Assigned: f.made.Quanta, Certificate: "optimal", Bound: f.plan.Objective,
		Seconds: f.seconds, Participants: len(in.Participants), Interventions: len(in.Interventions), Edges: len(in.To),
		Supply: sum(in.Supply), Capacity: sum(in.Capacity), Prices: saidPrices{}, Unplaced: []saidUnplaced{}, Written: c.Plan,
		Envy: allocation.JustifiedEnvy(&in.Problem, f.made, f.whole)}
	if said.Bound > 0 {
		said.Gap = float64(said.Bound-said.Objective) / float64(said.Bound)
	}
	switch {
	case c.Mode == "stable":
		said.Certificate = "stable"
	case said.Objective < said.Bound:
		said.Certificate = "bounded"
	}
	for i, name := range in.Interventions {
		said.Prices = append(said.Prices, saidPrice{name, f.plan.Price[i]})
	}
	for _, u := range allocation.LeftOut(&in.Problem, f.made, f.cutOff, f.whole) {
		said.UnplacedQuanta += u.Quanta
		one := saidUnplaced{Participant: in.Participants[u.Participant], Quanta: u.Quanta, Reason: u.Reason,
			Sentence: plainSpaces.Replace(p.Code("match.reason.", string(u.Reason)))}
		if u.Intervention >= 0 {
			one.Intervention, one.Gain, one.Needed = &in.Interventions[u.Intervention], &u.Gain, &u.Needed
			one.Tied = u.Tied
			one.Sentence += " " + plainSpaces.Replace(p.Text(nearestText(u), "Intervention", *one.Intervention, "Gain", u.Gain, "Needed", u.Needed))
		}
		said.Unplaced = append(said.Unplaced, one)
	}
	said.Notes = matchNotes(p, in, forms, c)
	return said
}

func sum(all []int64) (n int64) {
	for _, one := range all {
		n += one
	}
	return n
}

// matchNotes are what somebody should know who uses the plan.
func matchNotes(p *locale.Printer, in *allocation.Instance, forms map[matchfile.Which]matchfile.Form, c *matchCommand) []saidNote {
	notes := []saidNote{}
	note := func(is bool, code, key string, count int, pairs ...any) {
		if is {
			notes = append(notes, saidNote{code, int64(count), plainSpaces.Replace(p.Text(key, append(pairs, "Count", count)...))})
		}
	}
	negative, reached := 0, make([]bool, len(in.Capacity))
	for e, gain := range in.Gain {
		reached[in.To[e]] = true
		if gain < 0 {
			negative++
		}
	}
	alone := 0
	for _, is := range reached {
		if !is {
			alone++
		}
	}
	note(len(in.Participants) == 0, "no_participants", "match.note.no_participants", 0)
	note(len(in.Interventions) == 0, "no_interventions", "match.note.no_interventions", 0)
	note(negative > 0, "negative_gain", "match.note.negative", negative)
	note(alone > 0, "no_pairs", "match.note.no_pairs", alone)
	for _, f := range []struct {
		which matchfile.Which
		name  string
	}{{matchfile.Supply, c.Supply}, {matchfile.Capacity, c.Capacity}, {matchfile.Edges, c.Edges}} {
		form := forms[f.which]
		note(form.Semicolons, "semicolons", "match.note.semicolons", 0, "File", f.name)
		note(form.BOM, "byte_order_mark", "match.note.byte_order_mark", 0, "File", f.name)
		note(form.Quotes, "quotes", "match.note.quotes", 0, "File", f.name)
		note(form.Blank > 0, "blank_lines", "match.note.blank_lines", form.Blank, "File", f.name)
	}
	return notes
}

// mostPrices is how many interventions are named to a person.
const mostPrices = 5

// tell writes the answer for a person to read: of those who are not placed, how many for
// each reason.
func (s saidMatch) tell(to io.Writer, p *locale.Printer) error {
	var b strings.Builder
	say := func(key string, pairs ...any) { fmt.Fprintln(&b, p.Text(key, pairs...)) }
	say("match.heading", "Participants", s.Participants, "Supply", s.Supply, "Interventions", s.Interventions, "Capacity", s.Capacity, "Edges", s.Edges)
	pairs := []any{"Quanta", s.Assigned, "Objective", s.Objective, "Bound", s.Bound,
		"Gap", p.Fixed(math.Ceil(s.Gap*1e4)/100, 2), "Seconds", p.Fixed(s.Seconds, 2)}
	switch s.Mode {
	case "stable":
		say("match.stable", pairs...)
	case "whole":
		say("match.whole", pairs...)
	default:
		say("match.optimum", pairs...)
	}
	say("match.envy", "Participants", s.Envy.Participants, "Pairs", s.Envy.Pairs)
	say("match.unplaced", "Quanta", s.UnplacedQuanta, "Participants", len(s.Unplaced))
	count := map[allocation.Reason]int{}
	for _, u := range s.Unplaced {
		count[u.Reason]++
	}
	for _, reason := range allocation.Reasons() {
		if n := count[reason]; n > 0 {
			fmt.Fprint(&b, "- ")
			say("match.reason_count", "Participants", n, "Because", p.Code("match.reason.", string(reason)))
		}
	}
	dear := slices.Clone(s.Prices)
	slices.SortStableFunc(dear, func(a, b saidPrice) int { return cmp.Compare(b.price, a.price) })
	if len(dear) > 0 && dear[0].price > 0 {
		say("match.prices")
	}
	for _, one := range dear[:min(mostPrices, len(dear))] {
		if one.price > 0 {
			fmt.Fprint(&b, "- ")
			say("match.price", "Intervention", one.intervention, "Price", one.price)
		}
	}
	if s.Written != "" {
		say("match.written", "File", s.Written)
	}
	for _, n := range s.Notes {
		fmt.Fprintln(&b, "- "+n.Sentence)
	}
	_, err := plainSpaces.WriteString(to, b.String())
	return err
}
