package simulate

import (
	_ "embed" // the chart of accounts
	"encoding/json"
	"fmt"

	"fotfaste/internal/ledger"
	"fotfaste/internal/payaccount"
)

// No bank has the clearing number or the three digits that open an IBAN's account, so
// that no made-up account is anybody's. Check digits are right where there are any.
const (
	madeUpClearing = "9999"
	madeUpBank     = "999"
)

// The municipality as its made-up bank knows it. No organisation has the number: none
// begins with 4.
const (
	payerNumber = "4020000008"
	payerBIC    = "XXXXSESS"
)

// payerIBAN is the account that the payments come from.
var payerIBAN = madeUpIBAN(1)

//go:embed data/chart.json
var chartFile []byte

// chart is the municipality's own account numbers.
func chart() (ledger.Chart, error) {
	var c ledger.Chart
	err := json.Unmarshal(chartFile, &c)
	return c, err
}

// madeUpAccount is an account of the bank that is not there, now and then by its IBAN.
func madeUpAccount(s stream) payaccount.Account {
	if s.chance(0.1) {
		return payaccount.Account{Kind: payaccount.IBAN, IBAN: madeUpIBAN(s.between(1000, 9_999_999))}
	}
	return payaccount.Account{Kind: payaccount.Swedish, Clearing: madeUpClearing, Number: fmt.Sprintf("%09d", s.between(1000, 9_999_999))}
}

// madeUpIBAN is the account with its two check digits (ISO 13616: what is left of the
// account, SE and the check digits, read as a number, divided by 97, is 1).
func madeUpIBAN(account int) string {
	number := fmt.Sprintf("%s%017d", madeUpBank, account)
	left := 0
	for _, digit := range number + "2814" + "00" { // S is 28 and E is 14
		left = (left*10 + int(digit-'0')) % 97
	}
	return fmt.Sprintf("SE%02d%s", 98-left, number)
}
