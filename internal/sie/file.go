package sie

import (
	"fmt"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// File is vouchers to be read into a bookkeeping system, and what they refer to.
type File struct {
	Program            string // that made the file
	Version            string // of the program; may be empty
	GeneratedOn        period.Day
	Company            string
	OrganisationNumber string      // NNNNNN-NNNN; may be empty
	FiscalYear         period.Span // that the vouchers' days lie in
	Accounts           []Account
	Dimensions         []Dimension // those above 19, which the format leaves free
	Vouchers           []Voucher
}

// Account is one account of the chart.
type Account struct {
	Number int // 1-99999999
	Name   string
}

// Dimension is one way of dividing amounts further. The numbers to 19 have their
// meaning from the format (1 cost centre, 6 project) and need no name.
type Dimension struct {
	Number int
	Name   string
}

// Voucher is one business event, whose rows sum to zero.
type Voucher struct {
	Series string // may be empty: the receiving system numbers
	Number int    // from 1, once in a series; 0: the receiving system numbers
	Day    period.Day
	Text   string
	Rows   []Row // at least two
}

// Row is an amount on an account: debit over zero, credit under.
type Row struct {
	Account int
	Amount  money.Ore
	Objects []Object // at most one of each dimension
	Text    string   // may be empty
}

// Object is one unit of a dimension: a cost centre, a project.
type Object struct {
	Dimension int
	Number    string
}

// name is what a person may look the voucher up by: A 12, or its place in the file.
func (v Voucher) name(n int) string {
	if v.Number > 0 {
		return fmt.Sprintf("%s%d", spelt(v.Series), v.Number)
	}
	return fmt.Sprintf("%d", n+1)
}
