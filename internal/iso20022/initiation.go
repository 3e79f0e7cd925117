package iso20022

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"time"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// Initiation is a file of payments from one account on one day, in Swedish kronor.
type Initiation struct {
	MessageID     string    // 1-35 characters, the file's own for ever; also names its one group of payments
	CreatedAt     time.Time // written in UTC, whole seconds
	Initiator     Party
	ExecuteOn     period.Day
	Debtor        Party
	DebtorAccount Account
	DebtorBank    string    // BIC, 8 or 11 characters
	Payments      []Payment // in the order of the file
}

// Party is who pays or sends.
type Party struct {
	Name               string // at most 140 characters
	OrganisationNumber string // ten digits, with or without hyphen
	BankID             string // what the bank calls its customer; empty: the organisation number is written
}

// Account is an IBAN, or else a clearing number and an account number.
type Account struct {
	IBAN             string
	Clearing, Number string
}

// Payment is one sum to one person.
type Payment struct {
	EndToEndID string // 1-35 characters, once in a file; comes back in the bank's answer
	Amount     money.Ore
	Creditor   string // name, at most 140 characters
	Account    Account
	Text       string // for the receiver's statement, at most 140 characters; may be empty
}

// File is the bytes of the file. Letters in names and texts that the banks do not
// take are spelt with those they do. The fault is Invalid, with a field for each
// thing that is wrong: "payments.3.amount" is the amount of the fourth payment.
func (i Initiation) File() ([]byte, error) {
	total, err := i.check()
	if err != nil {
		return nil, err
	}
	sum, count := kronor(total), strconv.Itoa(len(i.Payments))
	group := paymentGroup{
		ID: i.MessageID, Method: "TRF", Batch: true, Count: count, Sum: sum,
		Service: "NURG", Purpose: "SSBE",
		ExecuteOn: i.ExecuteOn.String(),
		Debtor:    i.Debtor.element("SE"), DebtorAccount: i.DebtorAccount.element("SEK"),
		DebtorAgent: agent{BIC: i.DebtorBank, Clearing: i.DebtorAccount.clearing(), Country: i.DebtorBank[4:6]},
		Charges:     "SLEV",
		Transfers:   make([]transfer, len(i.Payments)),
	}
	for n, p := range i.Payments {
		group.Transfers[n] = p.element()
	}
	message := initiationDocument{
		Header: groupHeader{
			ID: i.MessageID, CreatedAt: i.CreatedAt.UTC().Format(instant), Count: count, Sum: sum,
			Initiator: i.Initiator.element(""),
		},
		Group: group,
	}
	body, err := xml.MarshalIndent(message, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("writing the payment file: %w", err)
	}
	return append([]byte(xml.Header), append(body, '\n')...), nil
}

// instant is how a point in time is written, always in UTC.
const instant = "2006-01-02T15:04:05Z"

// kronor is the amount with two decimals.
func kronor(o money.Ore) string { return fmt.Sprintf("%d.%02d", o/100, o%100) }

func (p Party) element(country string) party {
	id := partyID{ID: digits(p.OrganisationNumber), Scheme: "CUST"}
	if p.BankID != "" {
		id = partyID{ID: p.BankID, Scheme: "BANK"}
	}
	e := party{Name: permitted(p.Name), ID: id}
	if country != "" {
		e.Address = &address{Country: country}
	}
	return e
}

// clearing is the bank in the Swedish clearing, nil with IBAN. The clearing has
// four digits; a fifth is Swedbank's check digit.
func (a Account) clearing() *clearing {
	if a.IBAN != "" {
		return nil
	}
	return &clearing{System: "SESBA", Member: a.Clearing[:4]}
}

func (a Account) element(currency string) account {
	e := account{IBAN: a.IBAN, Currency: currency}
	if a.IBAN == "" {
		e.Other = &otherAccount{Number: a.Number, Scheme: "BBAN"}
	}
	return e
}

func (p Payment) element() transfer {
	t := transfer{
		EndToEndID: p.EndToEndID,
		Amount:     amount{Currency: "SEK", Kronor: kronor(p.Amount)},
		Name:       permitted(p.Creditor),
		Account:    p.Account.element(""),
	}
	if text := permitted(p.Text); text != "" {
		t.Remittance = &remittance{Text: text}
	}
	if c := p.Account.clearing(); c != nil {
		t.Agent = &agent{Clearing: c, Country: "SE"}
	}
	return t
}
