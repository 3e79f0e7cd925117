package casework

import (
	"context"

	"fotfaste/internal/access"
	"fotfaste/internal/fault"
	"fotfaste/internal/ledger"
	"fotfaste/internal/period"
	"fotfaste/internal/sie"
	"fotfaste/internal/store"
)

// LedgerView is the ledger over some days.
type LedgerView struct {
	Days     period.Span
	Entries  []store.LedgerLine      // of the page, newest first
	Total    int                     // entries in the days
	Accounts []store.AccountTurnover // before, in and after the days
}

type (
	// LedgerLine is an entry of the ledger as it is shown.
	LedgerLine = store.LedgerLine
	// AccountTurnover is what stood on an account and what happened there.
	AccountTurnover = store.AccountTurnover
)

// EntriesShown is how many entries of the ledger a page has.
const EntriesShown = 50

// longestLedger is how many days of the ledger are read at once.
const longestLedger = 3 * 366

// SeeLedger reads the ledger's entries in the days, by page from 1. Invalid (field
// days) where the days are backwards or too many.
func (o *Office) SeeLedger(ctx context.Context, actor access.Actor, days period.Span, page int) (LedgerView, error) {
	v := LedgerView{Days: days}
	err := o.inOffice(ctx, actor, access.SeeLedger, func(d *desk) (err error) {
		if err := readableDays(days); err != nil {
			return err
		}
		d.note("days", days.String())
		if v.Total, err = d.CountEntries(ctx, days); err != nil {
			return err
		}
		if v.Entries, err = d.LedgerLines(ctx, days, false, EntriesShown, (max(page, 1)-1)*EntriesShown); err != nil {
			return err
		}
		v.Accounts, err = d.Turnover(ctx, days)
		return err
	})
	return v, err
}

func readableDays(days period.Span) error {
	var f fault.Fields
	f.Check(days.IsValid(), "days", "pay.ledger.backwards")
	f.Check(!days.IsValid() || days.Len() <= longestLedger, "days", "pay.ledger.too_long")
	return f.Err()
}

// LedgerCheck is what was found when the ledger was read from end to end.
type LedgerCheck struct {
	Entries   int
	Unsound   []store.Unsound      // entries that do not balance, numbers that are missing
	Disagrees []store.Disagreement // where the payments say something else than the ledger
}

// IsWhole tells whether nothing was found wrong.
func (c LedgerCheck) IsWhole() bool { return len(c.Unsound)+len(c.Disagrees) == 0 }

// VerifyLedger reads the whole ledger: that each entry balances, that no number is
// missing, and that it says what the payments say.
func (o *Office) VerifyLedger(ctx context.Context, actor access.Actor) (LedgerCheck, error) {
	var v LedgerCheck
	err := o.inOffice(ctx, actor, access.SeeLedger, func(d *desk) (err error) {
		if v.Entries, v.Unsound, err = d.Tx.VerifyLedger(ctx); err != nil {
			return err
		}
		v.Disagrees, err = d.Disagreements(ctx)
		d.note("entries", v.Entries)
		d.note("whole", v.IsWhole())
		return err
	})
	return v, err
}

// VoucherSeries is the series that the ledger's entries have as vouchers.
const VoucherSeries = "F"

// program is who made a file of vouchers.
const program = "Fotfäste"

// ExportVouchers is the ledger's entries in the days as vouchers for the accounting
// system: an entry is a voucher with the same number, its postings added up by account,
// debits and credits apart, so that no person is in it. text is what an entry of the
// kind is called. Invalid (field days) where the days are not within one year, which is
// the fiscal year; Conflict where the payer or the chart is not whole.
func (o *Office) ExportVouchers(ctx context.Context, actor access.Actor, days period.Span, text func(ledger.Kind) string) (sie.File, error) {
	var file sie.File
	err := o.inOffice(ctx, actor, access.SeeLedger, func(d *desk) error {
		if err := readableDays(days); err != nil {
			return err
		}
		if days.From.Year() != days.To.Year() {
			var f fault.Fields
			f.Add("days", "pay.ledger.two_years")
			return f.Err()
		}
		payer, err := d.payer(ctx)
		if err != nil {
			return err
		}
		total, err := d.CountEntries(ctx, days)
		if err != nil {
			return err
		}
		lines, err := d.LedgerLines(ctx, days, true, total, 0)
		if err != nil {
			return err
		}
		file = vouchers(payer, d.Today, days, lines, text)
		d.note("days", days.String())
		d.note("entries", total)
		return nil
	})
	return file, err
}

func vouchers(payer Payer, today period.Day, days period.Span, lines []store.LedgerLine, text func(ledger.Kind) string) sie.File {
	year := days.From.Year()
	n := payer.OrganisationNumber
	file := sie.File{Program: program, GeneratedOn: today, Company: payer.Name, OrganisationNumber: n[:6] + "-" + n[6:],
		FiscalYear: period.Span{From: period.Date(year, 1, 1), To: period.Date(year, 12, 31)}}
	for _, a := range ledger.Accounts() {
		file.Accounts = append(file.Accounts, sie.Account{Number: payer.Accounts[a].Number, Name: payer.Accounts[a].Name})
	}
	for _, l := range lines {
		v := sie.Voucher{Series: VoucherSeries, Number: l.Number, Day: l.Day, Text: text(l.Kind)}
		for _, m := range l.Accounts {
			number := payer.Accounts[m.Account].Number
			if m.Debit > 0 {
				v.Rows = append(v.Rows, sie.Row{Account: number, Amount: m.Debit})
			}
			if m.Credit > 0 {
				v.Rows = append(v.Rows, sie.Row{Account: number, Amount: -m.Credit})
			}
		}
		file.Vouchers = append(file.Vouchers, v)
	}
	return file
}
