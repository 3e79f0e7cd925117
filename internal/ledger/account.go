package ledger

import "slices"

// Account is one of the ledger's accounts.
type Account string

const (
	CostBase   Account = "cost_base"  // compensation, the programme's own rate
	CostChild  Account = "cost_child" // child supplement
	Owed       Account = "owed"       // to participants: attested and not sent, a debt
	InTransit  Account = "in_transit" // the bank has been asked and has not answered
	Bank       Account = "bank"
	Overpaid   Account = "overpaid"    // paid too much, and nobody has decided yet
	Claims     Account = "claims"      // to be paid back, by decision
	WrittenOff Account = "written_off" // paid too much and kept, by decision, until the week is worth it
)

// Accounts are all there are, in the order of a report.
func Accounts() []Account {
	return []Account{CostBase, CostChild, Owed, InTransit, Bank, Overpaid, Claims, WrittenOff}
}

// IsKnown tells whether the ledger has the account.
func (a Account) IsKnown() bool { return slices.Contains(Accounts(), a) }

// Chart is the municipality's own number and name of each account, as its accounting
// system knows them.
type Chart map[Account]Numbered

// Numbered is an account in a chart.
type Numbered struct {
	Number int    `json:"number"`
	Name   string `json:"name"`
}

// Missing are the accounts that the chart lacks a number or a name for.
func (c Chart) Missing() []Account {
	var missing []Account
	for _, a := range Accounts() {
		if in := c[a]; in.Number <= 0 || in.Name == "" {
			missing = append(missing, a)
		}
	}
	return missing
}
