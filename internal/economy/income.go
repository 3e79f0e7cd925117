package economy

import (
	"errors"
	"fmt"

	"fotfaste/internal/law"
	"fotfaste/internal/money"
)

// incomes is every income as it counts.
func (r *reckoning) incomes() error {
	act, err := r.book.Act(law.FinancialAssistance, r.on)
	if err != nil {
		return err
	}
	r.right = act.Value.Citation
	source, from := r.right, len(r.steps)
	allowance := money.Ore(-1) // stated; below nothing where it is not
	for i := range r.facts.Incomes {
		in := &r.facts.Incomes[i]
		if in.Kind == ChildAllowance {
			allowance = max(allowance, 0) + in.Net
		}
		if err := r.income(i, in, source); err != nil {
			return err
		}
	}
	if err := r.allowance(allowance); err != nil {
		return err
	}
	r.result.Incomes, r.result.CountedIncome = r.close(from, IncomeTotal, Inputs{}, source)
	return nil
}

func (r *reckoning) income(i int, in *Income, source string) error {
	said := Inputs{Kind: string(in.Kind), Name: in.Name, Net: in.Net}
	if in.JobStimulus && in.Kind == Work {
		terms, err := r.book.JobStimulusTerms(r.on)
		if err != nil {
			return err
		}
		act, err := r.book.Act(law.JobStimulus, r.on)
		if err != nil {
			return err
		}
		amount, err := countedKronor(in.Net, terms.Value.NotCounted)
		if err != nil {
			return err
		}
		said.Share, said.Act = terms.Value.NotCounted, act.Value.Citation
		said.After, said.For = terms.Value.AfterMonths, terms.Value.ForMonths
		r.say(IncomeStimulated, said, amount, terms.Source)
		return nil
	}
	amount, err := countedKronor(in.Net, 0)
	if err != nil {
		return err
	}
	code := IncomeLine
	if in.Kind == OtherIncome {
		code = IncomeNamed
	}
	r.say(code, said, amount, source)
	if in.JobStimulus {
		r.doubt(Warning{Code: StimulusNotWork, At: fmt.Sprintf("incomes[%d].job_stimulus", i), Kind: in.Kind})
	}
	return nil
}

// countedKronor is what an income counts for when the share of it is not counted, half up
// to kronor once.
func countedKronor(net money.Ore, notCounted money.Percent) (money.Kronor, error) {
	const all = money.Percent(100_00)
	counts := net.Fraction()
	if notCounted > 0 {
		counts = counts.Times(int64(all - notCounted)).Over(int64(all))
	}
	return counts.HalfUp()
}

// allowance sees to the child allowance: added where that was asked for, else held
// against what was stated, which is below nothing where nothing was.
func (r *reckoning) allowance(stated money.Ore) error {
	children, past := 0, -1
	terms, err := r.book.ChildAllowance(r.on)
	missing, unknown := errors.AsType[*law.MissingError](err)
	if err != nil && !unknown {
		return err
	}
	for i, child := range r.facts.Children {
		switch {
		case missing != nil && child.Age < ageOfMajority, missing == nil && child.Age <= terms.Value.LastAge:
			children++
		case missing == nil && past < 0:
			past = i
		}
	}
	if past >= 0 && (stated >= 0 || r.facts.AddAllowance || children > 0) {
		r.doubt(Warning{Code: ChildPastAge, At: fmt.Sprintf("children[%d].age", past), Age: r.facts.Children[past].Age})
	}
	if children == 0 {
		return nil
	}
	if missing != nil {
		if r.facts.AddAllowance {
			return missing
		}
		if stated < 0 {
			r.doubt(Warning{Code: AllowanceUnknown, At: "child_allowance"})
		}
		return nil
	}
	supplement := Supplement(terms.Value, children)
	amount := money.Kronor(children)*terms.Value.PerChild + supplement
	switch {
	case r.facts.AddAllowance:
		r.say(AllowanceAdded, Inputs{Kind: string(ChildAllowance), Children: children, Supplement: supplement}, amount, terms.Source)
	case stated < 0:
		r.doubt(Warning{Code: AllowanceMissing, At: "incomes", Amount: amount})
	default:
		expected, err := amount.Ore()
		if err != nil {
			return err
		}
		if stated != expected {
			r.doubt(Warning{Code: AllowanceDiffers, At: "incomes", Amount: amount, Said: stated})
		}
	}
	return nil
}

// Supplement is the large-family supplement for so many children, in kronor a month.
func Supplement(terms law.Allowance, children int) (sum money.Kronor) {
	for i := range children {
		if i < len(terms.Supplements) {
			sum += terms.Supplements[i]
		} else {
			sum += terms.SupplementBeyond
		}
	}
	return sum
}
