package simulate

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022"
	"fotfaste/internal/money"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
)

// load puts everything that has been paid in the database: accounts, files, payments,
// the bank's answers and the ledger.
func (c *cash) load(ctx context.Context, to *store.Filler) error {
	c.settle()
	if err := c.accounts(ctx, to); err != nil {
		return err
	}
	runs := c.inOrder()
	for _, run := range runs {
		if err := to.Set(ctx, "payment_run", run.ID, "total", run.total); err != nil {
			return err
		}
		if err := c.payments(ctx, to, run); err != nil {
			return fmt.Errorf("the run of %s: %w", run.Week, err)
		}
	}
	return c.ledger(ctx, to, runs)
}

// accounts are the payer's and the payees'.
func (c *cash) accounts(ctx context.Context, to *store.Filler) error {
	began := c.m.Today.AddDays(-history)
	administrator := c.m.withRole(access.Administrator)[0].ID
	id := newStream(c.m.Seed, "payer", 0).identity(began)
	accounts, err := chart()
	if err != nil {
		return err
	}
	err = to.Row(ctx, "payer", id, c.m.Name+" kommun", payerNumber, payerIBAN, payerBIC, store.JSON{Value: accounts}, began.Time(), administrator)
	if err != nil {
		return err
	}
	for i := range c.payees {
		p := &c.payees[i]
		if p.pay.IsZero() {
			continue
		}
		if err := accountRow(ctx, to, p.pay, p, p.to, evening(p.first.Monday())); err != nil {
			return err
		}
		if p.newer.IsZero() {
			continue
		}
		if err := accountRow(ctx, to, p.newer, p, p.other, evening(c.runs[p.newerAfter].answeredOn())); err != nil {
			return err
		}
	}
	return nil
}

func accountRow(ctx context.Context, to *store.Filler, id ident.ID, p *payee, a payaccount.Account, at time.Time) error {
	number := a.Number
	if a.Kind == payaccount.IBAN {
		number = a.IBAN
	}
	return to.Row(ctx, "pay_account", id, p.person, a.Kind, a.Clearing, number, at, p.account)
}

// payments are the run's payments, the file that they were sent in and what the bank
// answered.
func (c *cash) payments(ctx context.Context, to *store.Filler, run *cashRun) error {
	slices.SortFunc(run.payments, func(a, b cashPayment) int { return strings.Compare(a.id.String(), b.id.String()) })
	var file, answer ident.ID
	if run.AttestedAt != nil {
		s := newStream(c.m.Seed, "payment file", int(run.Week))
		file, answer = s.identity(run.answeredOn()), s.identity(run.answeredOn())
		if err := c.sent(ctx, to, run, file, answer); err != nil {
			return err
		}
	}
	for i := range run.payments {
		p := &run.payments[i]
		account, _ := c.payees[p.payee].paidTo(run.Week)
		in, at := file, run.PreparedAt
		switch {
		case p.state == payment.Proposed:
			account, in = "", ""
		case p.state == payment.Due:
			account, in, at = "", "", *run.AttestedAt
		default:
			at = run.answeredAt()
		}
		err := to.Row(ctx, "payment", p.id, run.ID, c.payees[p.payee].of, p.amount, p.state, p.replaces, account, in, p.reason, at)
		if err != nil {
			return err
		}
	}
	return nil
}

// sent is the file and the answer.
func (c *cash) sent(ctx context.Context, to *store.Filler, run *cashRun, file, answer ident.ID) error {
	party := iso20022.Party{Name: c.m.Name + " kommun", OrganisationNumber: payerNumber}
	order := iso20022.Initiation{MessageID: unhyphened(file), CreatedAt: run.madeAt(), Initiator: party, Debtor: party,
		ExecuteOn: run.answeredOn(), DebtorAccount: iso20022.Account{IBAN: payerIBAN}, DebtorBank: payerBIC}
	var total money.Kronor
	failed := 0
	for i := range run.payments {
		p := &run.payments[i]
		if p.state == payment.Due {
			continue
		}
		who := &c.payees[p.payee]
		name := who.name
		if who.hidden {
			name = party.Name
		}
		_, account := who.paidTo(run.Week)
		amount, err := p.amount.Ore()
		if err != nil {
			return err
		}
		total += p.amount
		failed += count(p.state != payment.Paid)
		order.Payments = append(order.Payments, iso20022.Payment{EndToEndID: unhyphened(p.id), Amount: amount, Creditor: name,
			Account: iso20022.Account{IBAN: account.IBAN, Clearing: account.Clearing, Number: account.Number}, Text: run.Week.String()})
	}
	if len(order.Payments) == 0 {
		return nil
	}
	content, err := order.File()
	if err != nil {
		return err
	}
	err = to.Row(ctx, "payment_file", file, run.ID, order.MessageID, string(content), sumOf(content), len(order.Payments), total,
		run.madeAt(), run.PreparedBy, run.sentAt(), run.PreparedBy, nil, nil)
	if err != nil {
		return err
	}
	report := c.answer(run, order.MessageID)
	err = to.Row(ctx, "bank_answer", answer, file, report, sumOf([]byte(report)), len(order.Payments)-failed, failed, run.answeredAt(), run.PreparedBy)
	if err != nil {
		return err
	}
	return to.Flush(ctx) // files are large, and need not wait for each other
}

func sumOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// unhyphened is an identity as the bank carries it: 32 letters and digits of the 35 that
// it has room for.
func unhyphened(id ident.ID) string { return strings.ReplaceAll(id.String(), "-", "") }

// answer is the bank's status report: the group is settled, but for the payments that
// are named with the reason why not.
func (c *cash) answer(run *cashRun, message string) string {
	var rejected strings.Builder
	status := "ACSC"
	for i := range run.payments {
		if p := &run.payments[i]; p.reason != "" {
			status = "PART"
			fmt.Fprintf(&rejected, "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf></TxInfAndSts>",
				unhyphened(p.id), p.reason)
		}
	}
	if status == "PART" {
		for i := range run.payments {
			if p := &run.payments[i]; p.reason == "" && p.state != payment.Due {
				fmt.Fprintf(&rejected, "<TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>", unhyphened(p.id))
			}
		}
	}
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt><GrpHdr><MsgId>%s</MsgId><CreDtTm>%s</CreDtTm></GrpHdr>`+
		`<OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>%s</GrpSts></OrgnlGrpInfAndSts>`+
		`<OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
`, "ANSWER"+message[:20], run.answeredAt().Format("2006-01-02T15:04:05Z"), message, status, message, rejected.String())
}
