package householdfile

import (
	"errors"

	"fotfaste/internal/economy"
	"fotfaste/internal/fault"
	"fotfaste/internal/jsonfile"
)

// LargestFile is how many bytes are read.
const LargestFile = 1 << 20

// AddAllowance is what "child_allowance" says for the allowance to be an income.
const AddAllowance = "add"

// Read is the household in the file. What is wrong comes as one *fault.Error of the code
// Invalid: with a field for each wrong thing, named by its path (children[1].age), or
// without fields where the file as a whole is none. Every text of a field has the Line.
func Read(file []byte) (economy.Facts, error) {
	root, err := jsonfile.Parse(file, LargestFile)
	if err != nil {
		return economy.Facts{}, err
	}
	var r reading
	facts := r.household(root)
	var wrong *fault.Error
	var found fault.Fields
	if errors.As(facts.Check(), &wrong) {
		found = wrong.Fields
	}
	if err := r.Take(found); err != nil {
		return economy.Facts{}, err
	}
	return facts, nil
}

// Refused is a refusal of facts that were read from the file, with the lines of its
// fields: for what is found wrong only when the household is reckoned.
func Refused(file []byte, found fault.Fields) error {
	root, err := jsonfile.Parse(file, LargestFile)
	if err != nil {
		return err
	}
	var r reading
	r.household(root)
	return r.Take(found)
}

type reading struct{ jsonfile.Reading }

func (r *reading) household(root jsonfile.Node) (facts economy.Facts) {
	const top = "" // the path of the whole file
	fields := r.Object(top, root, "month", "adults", "cohabiting", "household_size", "shared_household", "children",
		"reasonable_costs", "incomes", "child_allowance")
	if r.Needs(top, root, fields, "month") {
		facts.Month, _ = r.MonthAt(top, fields, "month")
	}
	if r.Needs(top, root, fields, "adults") {
		facts.Adults, _ = r.WholeAt(top, fields, "adults")
	}
	facts.Cohabiting = r.YesAt(top, fields, "cohabiting", facts.Adults == economy.MostAdults)
	facts.Shared = r.YesAt(top, fields, "shared_household", false)
	if size, said := r.WholeAt(top, fields, "household_size"); said {
		facts.HouseholdSize = size
		if size == 0 {
			r.No("household_size", r.LineOf("household_size"), "economy.refused.household_size",
				"Said", 0, "Most", economy.MostPersons)
		}
	}
	if n, there := fields["children"]; there && r.Is("children", n, jsonfile.List) {
		facts.Children = r.children(n)
	}
	if n, there := fields["reasonable_costs"]; there {
		facts.Costs = r.costs(n)
	}
	if n, there := fields["incomes"]; there && r.Is("incomes", n, jsonfile.List) {
		facts.Incomes = r.incomes(n)
	}
	if how, said := r.TextAt(top, fields, "child_allowance"); said {
		facts.AddAllowance = how == AddAllowance
		if !facts.AddAllowance {
			r.No("child_allowance", r.LineOf("child_allowance"), "economy.refused.allowance_how", "Known", AddAllowance)
		}
	}
	return facts
}

func (r *reading) children(all jsonfile.Node) []economy.Child {
	children := make([]economy.Child, 0, len(all.Items))
	for i, n := range all.Items {
		path := jsonfile.Item("children", i)
		fields := r.Object(path, n, "age", "lunch_at_home", "in_custody")
		var child economy.Child
		if r.Needs(path, n, fields, "age") {
			child.Age, _ = r.WholeAt(path, fields, "age")
		}
		child.LunchAway = !r.YesAt(path, fields, "lunch_at_home", true)
		child.NotInCustody = !r.YesAt(path, fields, "in_custody", true)
		children = append(children, child)
	}
	return children
}

// costs are in the order of the kinds, whatever the order in the file.
func (r *reading) costs(n jsonfile.Node) (costs []economy.Cost) {
	const path = "reasonable_costs"
	known := names(economy.CostKinds())
	fields := r.Object(path, n, known...)
	for _, kind := range economy.CostKinds() {
		said, there := fields[string(kind)]
		at := jsonfile.Join(path, string(kind))
		switch {
		case !there:
		case kind == economy.OtherCost:
			if r.Is(at, said, jsonfile.List) {
				costs = append(costs, r.otherCosts(at, said)...)
			}
		default:
			amount, _ := r.Amount(at, said)
			costs = append(costs, economy.Cost{Kind: kind, Amount: amount})
		}
	}
	return costs
}

func (r *reading) otherCosts(path string, all jsonfile.Node) (costs []economy.Cost) {
	for i, n := range all.Items {
		at := jsonfile.Item(path, i)
		fields := r.Object(at, n, "name", "amount")
		cost := economy.Cost{Kind: economy.OtherCost}
		if r.Needs(at, n, fields, "name") {
			cost.Name, _ = r.TextAt(at, fields, "name")
		}
		if r.Needs(at, n, fields, "amount") {
			cost.Amount, _ = r.Amount(jsonfile.Join(at, "amount"), fields["amount"])
		}
		costs = append(costs, cost)
	}
	return costs
}

func (r *reading) incomes(all jsonfile.Node) []economy.Income {
	incomes := make([]economy.Income, 0, len(all.Items))
	for i, n := range all.Items {
		path := jsonfile.Item("incomes", i)
		fields := r.Object(path, n, "kind", "name", "net", "job_stimulus")
		var in economy.Income
		if r.Needs(path, n, fields, "kind") {
			kind, _ := r.TextAt(path, fields, "kind")
			in.Kind = economy.IncomeKind(kind)
		}
		in.Name, _ = r.TextAt(path, fields, "name")
		if r.Needs(path, n, fields, "net") {
			in.Net, _ = r.Amount(jsonfile.Join(path, "net"), fields["net"])
		}
		in.JobStimulus = r.YesAt(path, fields, "job_stimulus", false)
		incomes = append(incomes, in)
	}
	return incomes
}

func names[Kind ~string](kinds []Kind) []string {
	all := make([]string, len(kinds))
	for i, k := range kinds {
		all[i] = string(k)
	}
	return all
}
