package iso20022

import "fotfaste/internal/fault"

// Status is the bank's word for how far a file, a group or a payment has come
// (TransactionGroupStatus3Code, TransactionIndividualStatus3Code).
type Status string

const (
	Accepted          Status = "ACCP" // checked, and the payer's account too
	SettlementBegun   Status = "ACSP"
	SettlementDone    Status = "ACSC"
	TechnicallyRight  Status = "ACTC" // its form, nothing else
	AcceptedWithAdded Status = "ACWC" // accepted with a change, told in the reasons
	Partly            Status = "PART" // some of the payments; of a file or group alone
	Pending           Status = "PDNG"
	Received          Status = "RCVD" // of a file or group alone
	Rejected          Status = "RJCT"
)

// ofPayments are the statuses that one payment can have.
var ofPayments = []Status{Accepted, SettlementBegun, SettlementDone, TechnicallyRight, AcceptedWithAdded, Pending, Rejected}

// ofGroups are those of a file or a group.
var ofGroups = append([]Status{Partly, Received}, ofPayments...)

// IsSettled tells whether the bank has taken the money from the payer's account or is
// doing so: what it says before that (received, accepted, pending) can still become no.
func (s Status) IsSettled() bool { return s == SettlementBegun || s == SettlementDone }

// Kind is what a status comes to for whoever waits for the money.
type Kind string

const (
	KindAccepted Kind = "accepted"
	KindPending  Kind = "pending" // the bank has not said yes or no
	KindRejected Kind = "rejected"
)

// Kinds are all kinds.
func Kinds() []Kind { return []Kind{KindAccepted, KindPending, KindRejected} }

// Kind is what the status comes to; empty where there is no status. Partly is
// pending: it says nothing about any one payment.
func (s Status) Kind() Kind {
	switch s {
	case Accepted, SettlementBegun, SettlementDone, TechnicallyRight, AcceptedWithAdded:
		return KindAccepted
	case Pending, Received, Partly:
		return KindPending
	case Rejected:
		return KindRejected
	}
	return ""
}

// Text is the kind in words.
func (k Kind) Text() fault.Text { return fault.T("bank.kind." + string(k)) }
