package casework

import (
	"context"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
)

// Answered is what an answer from the bank changed.
type Answered struct {
	File    ident.ID // that it answers
	Again   bool     // the same bytes had been taken in before: nothing changed
	Paid    int      // payments that became paid by it
	Failed  int      // that the bank could not pay
	Waiting int      // of the file, that the bank has said nothing final of yet
}

// BankAnswer is how an answer from the bank is taken in.
type BankAnswer struct {
	Form
	WholeFile bool // whoever does it has seen that the bank refuses the whole file
}

// TakeBankAnswer takes in the bank's status report on a file of the run. Each payment
// that it settles becomes paid, each that it rejects fails and comes back to work, and
// the ledger follows, in one transaction; what is said on the way to that changes
// nothing. The same bytes again change nothing. Where the bank refuses the whole file in
// one word, that is Invalid (field whole_file, with the number of payments, their sum and
// the reason) until somebody who has seen it says so: it is one mistake by anybody from
// being everybody's money late. Invalid, and nothing is done, where the
// report cannot be read, answers a file of another run, one that is not ours or that
// was never sent, names a payment that is not in the file, has other amounts or counts,
// or says that something was paid which it has rejected before.
func (o *Office) TakeBankAnswer(ctx context.Context, actor access.Actor, run ident.ID, content []byte, in BankAnswer) (Answered, error) {
	var v Answered
	err := o.inOffice(ctx, actor, access.SendPayments, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		if _, err := d.Run(ctx, run); err != nil {
			return err
		}
		d.note("run", string(run))
		report, err := iso20022.ReadStatus(content)
		if err != nil {
			return err
		}
		file, err := d.answeredFile(ctx, run, report)
		if err != nil {
			return err
		}
		v.File, v.Waiting = file.ID, file.Waiting
		d.note("file", string(file.ID))
		sum := store.Sum256(content)
		switch _, err := d.BankAnswer(ctx, sum); {
		case err == nil:
			v.Again = true
			d.note("again", true)
			return nil
		case fault.CodeOf(err) != fault.NotFound:
			return err
		}
		return d.takeAnswer(ctx, file, report, content, in.WholeFile, &v)
	})
	return v, err
}

// answeredFile is the run's sent file that the report answers.
func (d *desk) answeredFile(ctx context.Context, run ident.ID, report iso20022.Report) (store.PaymentFile, error) {
	file, err := d.FileByMessage(ctx, report.OriginalMessageID)
	switch {
	case fault.CodeOf(err) == fault.NotFound:
		return file, fault.New(fault.Invalid, "pay.answer.unknown_file", "Message", report.OriginalMessageID)
	case err != nil:
		return file, err
	case file.Run != run:
		other, err := d.Run(ctx, file.Run)
		if err != nil {
			return file, err
		}
		return file, fault.New(fault.Invalid, "pay.answer.other_run", "Week", other.Week, "Message", file.Message)
	case file.DiscardedAt != nil:
		return file, fault.New(fault.Invalid, "pay.answer.discarded", "Message", file.Message)
	case file.SentAt == nil:
		return file, fault.New(fault.Invalid, "pay.answer.not_sent", "Message", file.Message)
	}
	return file, nil
}

// verdicts are a file's payments by what the bank says of them now.
type verdicts struct {
	paid, failed, returned []store.Payment
	reasons                map[ident.ID]string // of those that failed or came back
	whole                  bool                // all are refused, and some are named nowhere
}

// askOfWhole is what has to be seen before a whole file is taken as refused: how many
// payments, what they come to and why. Nil where there is nothing to ask.
func (v verdicts) askOfWhole() error {
	refused := slices.Concat(v.failed, v.returned)
	if !v.whole || len(refused) == 0 {
		return nil
	}
	var total money.Kronor
	for _, p := range refused {
		var err error
		if total, err = money.Sum(total, p.Amount); err != nil {
			return err
		}
	}
	var fields fault.Fields
	fields.Add("whole_file", "pay.answer.whole", "Count", len(refused), "Total", total, "Reason", reasonText(v.reasons[refused[0].ID]))
	return fields.Err()
}

func (d *desk) takeAnswer(ctx context.Context, file store.PaymentFile, report iso20022.Report, content []byte, knowing bool, v *Answered) error {
	payments, err := d.PaymentsIn(ctx, file.ID)
	if err != nil {
		return err
	}
	said, err := judge(file, payments, report)
	if err != nil {
		return err
	}
	if !knowing {
		if err := said.askOfWhole(); err != nil {
			return err
		}
	}
	v.Paid, v.Failed = len(said.paid), len(said.failed)+len(said.returned)
	v.Waiting -= len(said.paid) + len(said.failed)
	answer := store.BankAnswer{ID: d.newID(), File: file.ID, Content: asText(content), Sum: store.Sum256(content),
		Paid: v.Paid, Failed: v.Failed, ReceivedAt: d.Now, ReceivedBy: d.Actor.Account}
	if err := d.AddBankAnswer(ctx, answer); err != nil {
		return err
	}
	d.note("paid", v.Paid)
	d.note("failed", v.Failed)
	for _, some := range []struct {
		payments []store.Payment
		from, to payment.State
		kind     ledger.Kind
		postings func(...ledger.Sum) ([]ledger.Posting, error)
		told     casefile.EventKind
	}{
		{said.paid, payment.Sent, payment.Paid, ledger.PaymentPaid, ledger.Paid, casefile.PaymentPaid},
		{said.failed, payment.Sent, payment.Failed, ledger.PaymentFailed, ledger.Failed, casefile.PaymentFailed},
		{said.returned, payment.Paid, payment.Failed, ledger.PaymentReturned, ledger.Returned, casefile.PaymentFailed},
	} {
		if len(some.payments) == 0 {
			continue
		}
		for _, p := range some.payments {
			reason := said.reasons[p.ID]
			if done, err := d.MovePayment(ctx, p.ID, some.from, some.to, reason, d.Now); err != nil || !done {
				return orNot(err, "fault.conflict")
			}
			values := map[string]any{"Total": int64(p.Amount)}
			if some.to == payment.Failed {
				values["Reason"] = "@" + toldReason(reason)
			}
			if err := d.tellAbout(ctx, some.told, p.Case, values); err != nil {
				return err
			}
		}
		postings, err := some.postings(sumsOf(some.payments)...)
		if err != nil {
			return err
		}
		if err := d.post(ctx, some.kind, answer.ID, postings); err != nil {
			return err
		}
	}
	return nil
}

// judge sorts the payments by the report. What it says again changes nothing. A
// payment that was rejected can be repeated, so a later word that it was paid after
// all is one for a person and the bank, and is refused.
func judge(file store.PaymentFile, payments []store.Payment, report iso20022.Report) (verdicts, error) {
	said := verdicts{reasons: map[ident.ID]string{}}
	sent := iso20022.Sent{MessageID: file.Message, Payments: map[string]money.Ore{}}
	for _, p := range payments {
		amount, err := p.Amount.Ore()
		if err != nil {
			return said, err
		}
		sent.Payments[bankID(p.ID)] = amount
	}
	answers, err := report.For(sent)
	if err != nil {
		return said, err
	}
	refused, unnamed := 0, 0
	for _, p := range payments {
		answer := answers[bankID(p.ID)]
		isPaid, isRejected := answer.Status.IsSettled(), answer.Status == iso20022.Rejected
		switch {
		case isPaid && p.State == payment.Sent:
			said.paid = append(said.paid, p)
		case isPaid && p.State != payment.Paid:
			return said, fault.New(fault.Invalid, "pay.answer.paid_after_all", "Payment", bankID(p.ID), "Line", answer.Line)
		case isRejected && p.State == payment.Sent:
			said.failed = append(said.failed, p)
		case isRejected && p.State == payment.Paid:
			said.returned = append(said.returned, p)
		}
		if isRejected {
			said.reasons[p.ID] = reasonCode(answer.Reasons)
			refused++
			if answer.Line == 0 {
				unnamed++
			}
		}
	}
	said.whole = unnamed > 0 && refused == len(payments)
	return said, nil
}

// ownReason marks a code of the bank's own, kept beside those of the external list.
const ownReason = "own:"

// reasonCode is the first reason as it is kept, "NARR" where the bank gives none.
func reasonCode(reasons []iso20022.Reason) string {
	for _, r := range reasons {
		switch {
		case r.Code != "" && r.Own:
			return ownReason + r.Code
		case r.Code != "":
			return r.Code
		}
	}
	return "NARR"
}

// reasonText is a kept reason in words, none where there is no reason.
func reasonText(kept string) fault.Text {
	if kept == "" {
		return fault.Text{}
	}
	r := iso20022.Reason{Code: kept}
	if len(kept) > len(ownReason) && kept[:len(ownReason)] == ownReason {
		r = iso20022.Reason{Code: kept[len(ownReason):], Own: true}
	}
	return r.Text()
}

// toldReason is the key of the reason's text in a journey, which takes no values: a
// code of the bank's own is told as the bank's own words.
func toldReason(kept string) string {
	if text := reasonText(kept); len(text.Args) == 0 {
		return text.Key
	}
	return "bank.reason.NARR"
}

// asText is the content as a column of text can hold it: bytes that are no UTF-8 are
// letters of the older encoding, each of which is one byte.
func asText(content []byte) string {
	if utf8.Valid(content) {
		return string(content)
	}
	text, _ := charmap.ISO8859_1.NewDecoder().Bytes(content) // every byte is a letter of it
	return string(text)
}
