package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/store"
)

// PaymentFile is a file to the bank.
type PaymentFile = store.PaymentFile

// SeePaymentFile reads a file of the run with its content, as it was made. The journal
// says who took it out.
func (o *Office) SeePaymentFile(ctx context.Context, actor access.Actor, run, file ident.ID) (PaymentFile, error) {
	var f PaymentFile
	err := o.inOffice(ctx, actor, access.SeePaymentFile, func(d *desk) (err error) {
		f, err = d.fileOf(ctx, run, file)
		return err
	})
	return f, err
}

// fileOf is the run's file, named in the journal. NotFound where the run has none such.
func (d *desk) fileOf(ctx context.Context, run, id ident.ID) (PaymentFile, error) {
	f, err := d.PaymentFile(ctx, id)
	if err == nil && f.Run != run {
		return PaymentFile{}, fault.New(fault.NotFound, "fault.not_found")
	}
	if err == nil {
		d.note("file", string(id))
		d.note("run", string(f.Run))
	}
	return f, err
}

// Discard throws a file away.
type Discard struct {
	Form
	NotAtBank bool // whoever does it says that the bank has not been given the file
}

// DiscardPaymentFile throws away a file of the run that has not been sent. It is kept, and its
// payments are owed again. Invalid (field not_at_bank) where nobody says that the bank
// has not been given it: what is in it will be paid by another file. Conflict where it
// is sent. Throwing it away again changes nothing.
func (o *Office) DiscardPaymentFile(ctx context.Context, actor access.Actor, run, file ident.ID, in Discard) error {
	return o.inOffice(ctx, actor, access.SendPayments, func(d *desk) error {
		if err := d.takeForm(ctx, in.Form); err != nil {
			return err
		}
		f, err := d.fileOf(ctx, run, file)
		if err != nil || f.DiscardedAt != nil {
			return err
		}
		var faults fault.Fields
		faults.Check(in.NotAtBank, "not_at_bank", "pay.file.say_not_at_bank")
		if err := faults.Err(); err != nil {
			return err
		}
		if done, err := d.DiscardFile(ctx, file, actor.Account, d.Now); err != nil || !done {
			return orNot(err, "pay.file.is_sent")
		}
		d.note("discarded", true)
		return nil
	})
}

// MarkFileSent notes that the bank has been given the run's file: in the ledger its
// payments are on their way, and each is told in its journey. Doing it again changes
// nothing. NotAllowed to who is paid by it. Conflict where the file was thrown away, or
// where a week that it pays comes out otherwise now than it was attested, with the
// numbers of the cases: the file is thrown away, and a new one pays the others. Where the
// bank has it already, that is FileWasSent.
func (o *Office) MarkFileSent(ctx context.Context, actor access.Actor, run, file ident.ID, form Form) error {
	return o.markSent(ctx, actor, run, file, form, false)
}

// FileWasSent is MarkFileSent of a file that the bank had been given before it was noted,
// whatever its weeks come out as now: what is paid too much by it is found by the next
// run. The journal says that it was noted so.
func (o *Office) FileWasSent(ctx context.Context, actor access.Actor, run, file ident.ID, form Form) error {
	return o.markSent(ctx, actor, run, file, form, true)
}

func (o *Office) markSent(ctx context.Context, actor access.Actor, run, file ident.ID, form Form, already bool) error {
	return o.inOffice(ctx, actor, access.SendPayments, func(d *desk) error {
		if err := d.takeForm(ctx, form); err != nil {
			return err
		}
		f, err := d.fileOf(ctx, run, file)
		if err != nil || f.SentAt != nil {
			return err
		}
		payments, err := d.PaymentsIn(ctx, file)
		if err != nil {
			return err
		}
		if err := d.notTheirOwn(ctx, nil, payments); err != nil {
			return err
		}
		if already {
			d.note("already_sent", true)
		} else if err := d.paysAsAttested(ctx, f, payments); err != nil {
			return err
		}
		if done, err := d.SendFile(ctx, f, actor.Account, d.Now); err != nil || !done {
			return orNot(err, "pay.file.is_discarded")
		}
		postings, err := ledger.Sent(sumsOf(payments)...)
		if err != nil {
			return err
		}
		if err := d.post(ctx, ledger.FileSent, file, postings); err != nil {
			return err
		}
		for _, p := range payments {
			if err := d.tellAbout(ctx, casefile.PaymentSent, p.Case, map[string]any{"Total": int64(p.Amount)}); err != nil {
				return err
			}
		}
		d.note("sent", true)
		d.note("payments", len(payments))
		d.note("total", int64(f.Total))
		return nil
	})
}

// paysAsAttested holds the weeks that a file pays against what they come out as now.
func (d *desk) paysAsAttested(ctx context.Context, f PaymentFile, payments []store.Payment) error {
	if f.DiscardedAt != nil {
		return nil
	}
	run, err := d.Run(ctx, f.Run)
	if err != nil {
		return err
	}
	changed, err := d.changedSinceAttested(ctx, run, payments)
	if err != nil {
		return err
	}
	var differ []ident.ID
	for _, p := range payments {
		if changed[p.ID] {
			differ = append(differ, p.Case)
		}
	}
	return d.conflictOf(ctx, "pay.file.has_changed", "pay.file.has_changed_unnamed", differ)
}

// sumsOf is what the ledger moves for the payments.
func sumsOf(payments []store.Payment) []ledger.Sum {
	sums := make([]ledger.Sum, len(payments))
	for i, p := range payments {
		sums[i] = ledger.Sum{Case: p.Case, Amount: p.Amount}
	}
	return sums
}
