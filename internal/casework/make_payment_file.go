package casework

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/clock"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// MakePaymentFile makes the bank's file of an attested run: its owed payments that have
// an account. What was attested is first held against the run's weeks and the ledger.
// A run that has a file which is neither sent nor thrown away gives that one; one whose
// files are sent gives a new one of what is still owed, such as when an account came
// late. Payments without an account stay owed (SeeRunPayments, SeePaymentWork), and so
// do those whose weeks come out otherwise now than they were attested: they wait for
// their correction to be attested, and nobody else waits with them.
// NotAllowed to who is paid by the run.
// Conflict where the run is not attested, the payer's details are not whole, nothing
// can be paid, or what was attested is not what is owed, with the numbers of the cases
// that differ.
func (o *Office) MakePaymentFile(ctx context.Context, actor access.Actor, run ident.ID, form Form) (ident.ID, error) {
	var file ident.ID
	err := o.inOffice(ctx, actor, access.SendPayments, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		r, err := d.Run(ctx, run)
		if err != nil {
			return err
		}
		d.note("run", string(run))
		if r.State != payment.RunAttested {
			return fault.New(fault.Conflict, "pay.file.not_attested")
		}
		payments, err := d.PaymentsOf(ctx, run)
		if err != nil {
			return err
		}
		if err := d.notTheirOwn(ctx, nil, payments); err != nil {
			return err
		}
		switch open, err := d.OpenFile(ctx, run); {
		case err == nil:
			file = open.ID
			d.note("file", string(file))
			return nil
		case fault.CodeOf(err) != fault.NotFound:
			return err
		}
		payer, err := d.payer(ctx)
		if err != nil {
			return err
		}
		due, err := d.toPay(ctx, r)
		if err != nil {
			return err
		}
		file = d.newID()
		return d.fileThem(ctx, file, r, payer, due)
	})
	return file, err
}

// toPay are the run's owed payments that have an account and whose weeks come out as
// they were attested, once what was attested is found to be what is owed.
func (d *desk) toPay(ctx context.Context, run store.Run) ([]store.DuePayment, error) {
	all, err := d.DueOf(ctx, run.ID)
	if err != nil {
		return nil, err
	}
	if err := d.owedAsAttested(ctx, run.ID, all); err != nil {
		return nil, err
	}
	payments := make([]store.Payment, len(all))
	for i, p := range all {
		payments[i] = p.Payment
	}
	changed, err := d.changedSinceAttested(ctx, run, payments)
	if err != nil {
		return nil, err
	}
	var due []store.DuePayment
	held := 0
	for _, p := range all {
		switch {
		case changed[p.ID]:
			held++
		case !p.To.ID.IsZero():
			due = append(due, p)
		}
	}
	d.note("held", held)
	switch {
	case len(all) == 0:
		return nil, fault.New(fault.Conflict, "pay.file.nothing_owed")
	case len(due) == 0 && held > 0:
		return nil, fault.New(fault.Conflict, "pay.file.changed", "Count", held)
	case len(due) == 0:
		return nil, fault.New(fault.Conflict, "pay.file.no_accounts", "Count", len(all))
	}
	return due, nil
}

// changedSinceAttested are those of the run's payments with a week that comes out
// otherwise now than by its newest attested calculation. The weeks of a payment that
// repeats another are those of the first. What only a proposal says is not attested.
func (d *desk) changedSinceAttested(ctx context.Context, run store.Run, payments []store.Payment) (map[ident.ID]bool, error) {
	weeks := map[ident.ID]map[store.CaseWeek]bool{} // that each run carries
	paidBy := make([]ident.ID, len(payments))       // the run whose weeks each payment pays
	last := run.Week
	for i, p := range payments {
		first, err := d.firstOf(ctx, p)
		if err != nil {
			return nil, err
		}
		paidBy[i] = first.Run
		if weeks[first.Run] != nil {
			continue
		}
		kept, err := d.CalculatedAmounts(ctx, first.Run)
		if err != nil {
			return nil, err
		}
		weeks[first.Run] = map[store.CaseWeek]bool{}
		for _, w := range kept {
			weeks[first.Run][store.CaseWeek{Case: w.Case, Week: w.Week.Week}] = true
			last = max(last, w.Week.Week)
		}
	}
	open, err := d.OpenRun(ctx)
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return nil, err
	}
	due, _, err := d.dueWeeks(ctx, last, open.ID)
	if err != nil {
		return nil, err
	}
	differ := map[ident.ID][]store.CaseWeek{} // by case
	for _, w := range due {
		of := w.PayCase.Case
		differ[of] = append(differ[of], store.CaseWeek{Case: of, Week: w.Week.Week})
	}
	changed := map[ident.ID]bool{}
	for i, p := range payments {
		changed[p.ID] = slices.ContainsFunc(differ[p.Case], func(of store.CaseWeek) bool { return weeks[paidBy[i]][of] })
	}
	return changed, nil
}

// owedAsAttested holds each owed payment of the run against what was attested, and all
// that is asked of a case against what the ledger owes it.
func (d *desk) owedAsAttested(ctx context.Context, run ident.ID, due []store.DuePayment) error {
	owing, err := d.OwingOf(ctx, run)
	if err != nil {
		return err
	}
	var differ []ident.ID
	for _, p := range due {
		o := owing[p.Case]
		asked, err := o.Asked.Ore()
		if err != nil {
			return err
		}
		right := o.Attested == p.Amount
		if !p.Replaces.IsZero() {
			failed, err := d.Payment(ctx, p.Replaces)
			if err != nil {
				return err
			}
			right = failed.Amount == p.Amount && failed.Case == p.Case && failed.State == payment.Again
		}
		if !right || asked > o.Owed {
			differ = append(differ, p.Case)
		}
	}
	return d.conflictOf(ctx, "pay.file.differs", "pay.file.differs_unnamed", differ)
}

// fileThem writes the file and moves its payments.
func (d *desk) fileThem(ctx context.Context, id ident.ID, run store.Run, payer Payer, due []store.DuePayment) error {
	f := store.PaymentFile{ID: id, Run: run.ID, Message: bankID(id), Payments: len(due), MadeAt: d.Now, MadeBy: d.Actor.Account}
	order, total, err := orderOf(f, run.Week, payer, due)
	if err != nil {
		return err
	}
	f.Total = total
	if f.Content, err = write(order, payer.Name); err != nil {
		return fmt.Errorf("the file of run %s: %w", run.ID, err)
	}
	if err := d.AddPaymentFile(ctx, f); err != nil {
		return err
	}
	for _, p := range due {
		if done, err := d.FilePayment(ctx, p.ID, p.To.ID, id, d.Now); err != nil || !done {
			return errors.Join(err, fmt.Errorf("payment %s is owed: %t", p.ID, done))
		}
	}
	d.note("file", string(id))
	d.note("payments", len(due))
	d.note("total", int64(total))
	return nil
}

// bankID is an identity of ours as the bank carries it: 32 letters and digits of the 35
// that a message has room for.
func bankID(id ident.ID) string { return strings.ReplaceAll(string(id), "-", "") }

// orderOf is the file's content, of what is stored alone. A protected identity is paid
// under the payer's own name: the bank goes by the account, and no name leaves the
// house.
func orderOf(f store.PaymentFile, week period.Week, payer Payer, due []store.DuePayment) (iso20022.Initiation, money.Kronor, error) {
	party := iso20022.Party{Name: payer.Name, OrganisationNumber: payer.OrganisationNumber}
	order := iso20022.Initiation{
		MessageID: f.Message, CreatedAt: f.MadeAt, Initiator: party, Debtor: party, ExecuteOn: payment.NextBankingDay(clock.DayOf(f.MadeAt)),
		DebtorAccount: iso20022.Account{IBAN: payer.IBAN}, DebtorBank: payer.BIC,
	}
	var total money.Kronor
	for _, p := range due {
		amount, err := p.Amount.Ore()
		if err == nil {
			total, err = money.Sum(total, p.Amount)
		}
		if err != nil {
			return order, 0, err
		}
		name := p.Name
		if p.Hidden {
			name = payer.Name
		}
		order.Payments = append(order.Payments, iso20022.Payment{EndToEndID: bankID(p.ID), Amount: amount, Creditor: name,
			Account: iso20022.Account{IBAN: p.To.IBAN, Clearing: p.To.Clearing, Number: p.To.Number}, Text: week.String()})
	}
	return order, total, nil
}

// write is the bytes. A name that cannot be written in the banks' letters does not stop
// the others' money: the payment goes under the neutral name.
func write(order iso20022.Initiation, neutral string) ([]byte, error) {
	content, err := order.File()
	var wrong *fault.Error
	if err == nil || !errors.As(err, &wrong) {
		return content, err
	}
	for _, field := range wrong.Fields {
		var n int
		if _, is := fmt.Sscanf(field.Name, "payments.%d.creditor", &n); is == nil && strings.HasSuffix(field.Name, ".creditor") {
			order.Payments[n].Creditor = neutral
		}
	}
	return order.File()
}
