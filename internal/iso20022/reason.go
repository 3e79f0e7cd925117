package iso20022

import (
	"slices"

	"fotfaste/internal/fault"
)

// reasonCodes are those of the external code list that a rejected payment of ours
// can come back with.
var reasonCodes = []string{
	"AC01", "AC02", "AC03", "AC04", "AC05", "AC06", "AC13", "AC14", "AG01", "AG02", "AG03", "AM01", "AM02", "AM03",
	"AM04", "AM05", "AM06", "AM07", "AM09", "AM10", "AM12", "BE01", "BE04", "BE05", "BE06", "BE07", "CH03", "CUST",
	"DS02", "DT01", "DT06", "DU01", "DU03", "DU04", "DUPL", "FF01", "FF05", "MD07", "MS02", "MS03", "NARR", "RC01",
	"RC04", "RF01", "RR01", "RR02", "RR03", "RR04", "TA01", "TM01",
}

// ReasonCodes are the codes that have a text of their own, sorted.
func ReasonCodes() []string { return slices.Clone(reasonCodes) }

// Reason is why, as the bank gives it.
type Reason struct {
	Code string // of the external code list, or the bank's own; empty where it gives words alone
	Own  bool   // the code is the bank's own
	Note string // the bank's words, on one line
}

// Text is the reason in words; the bank's note stands beside it and is not in it.
func (r Reason) Text() fault.Text {
	switch {
	case r.Code == "":
		return fault.T("bank.reason.NARR")
	case !r.Own && slices.Contains(reasonCodes, r.Code):
		return fault.T("bank.reason." + r.Code)
	}
	return fault.T("bank.reason_unknown", "Code", r.Code)
}
