package officetest

import (
	"context"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/casework"
	"fotfaste/internal/ident"
	"fotfaste/internal/iso20022/banktest"
	"fotfaste/internal/ledger"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/payment"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// PayerDetails are a municipality's, whole.
func (town *Town) PayerDetails() casework.PayerDetails {
	chart := ledger.Chart{}
	for account, number := range casework.OfferedNumbers() {
		chart[account] = ledger.Numbered{Number: number, Name: string(account)}
	}
	return casework.PayerDetails{Name: "Exempelstads kommun", OrganisationNumber: "212000-0142",
		IBAN: "SE45 5000 0000 0583 9825 7466", BIC: "ESSESESS", Accounts: chart}
}

// Pays enters the municipality's details for payment.
func (town *Town) Pays() {
	town.t.Helper()
	town.must(town.SetPayer(context.Background(), town.Administrator, town.PayerDetails()))
}

// accounts are numbers that pass their banks' checks.
var accounts = []string{"8257466", "8257474", "8257482", "8257490", "8257504"}

// Account is one of several accounts that can be paid to, by number from zero.
func Account(n int) casework.PayAccount {
	return casework.PayAccount{Typed: payaccount.Typed{Kind: "swedish", Clearing: "5839", Number: accounts[n%len(accounts)]}}
}

// HasAccount enters where the participant of the case is paid.
func (town *Town) HasAccount(id ident.ID, n int) {
	town.t.Helper()
	town.minute()
	town.must(town.EnterPayAccount(context.Background(), town.ParticipantOf(id), id, Account(n)))
}

// Filed is the bank's file of the attested run.
func (town *Town) Filed(run ident.ID) casework.PaymentFile {
	town.t.Helper()
	town.minute()
	id, err := town.MakePaymentFile(context.Background(), town.PaymentOfficer, run, casework.Form{})
	town.must(err)
	f, err := town.SeePaymentFile(context.Background(), town.PaymentOfficer, run, id)
	town.must(err)
	return f
}

// Sent is the file of the attested run, sent.
func (town *Town) Sent(run ident.ID) casework.PaymentFile {
	town.t.Helper()
	f := town.Filed(run)
	town.MarksSent(f)
	return f
}

// MarksSent marks the file sent to the bank.
func (town *Town) MarksSent(f casework.PaymentFile) {
	town.t.Helper()
	town.minute()
	town.must(town.MarkFileSent(context.Background(), town.PaymentOfficer, f.Run, f.ID, casework.Form{}))
}

// Answers takes in the bank's answer to the file: those rejected for the reason given,
// the others paid.
func (town *Town) Answers(f casework.PaymentFile, reason string, rejected ...ident.ID) casework.Answered {
	town.t.Helper()
	no := map[string]string{}
	for _, p := range rejected {
		no[InTheBank(p)] = reason
	}
	town.minute()
	answered, err := town.TakeBankAnswer(context.Background(), town.PaymentOfficer, f.Run, banktest.Answer(f.Content, no), casework.BankAnswer{})
	town.must(err)
	return answered
}

// InTheBank is a payment's identity as the bank has it.
func InTheBank(payment ident.ID) string { return strings.ReplaceAll(string(payment), "-", "") }

// PaymentsOf are the run's payments as they are stored.
func (town *Town) PaymentsOf(run ident.ID) []store.Payment {
	town.t.Helper()
	var payments []store.Payment
	town.read(func(ctx context.Context, tx *store.Tx) (err error) {
		payments, err = tx.PaymentsOf(ctx, run)
		return err
	})
	return payments
}

// InState are the run's payments in the state.
func (town *Town) InState(run ident.ID, state payment.State) []store.Payment {
	town.t.Helper()
	var found []store.Payment
	for _, p := range town.PaymentsOf(run) {
		if p.State == state {
			found = append(found, p)
		}
	}
	return found
}

// Told is how many lines of the kind the journey of the case has.
func (town *Town) Told(id ident.ID, kind casefile.EventKind) int {
	town.t.Helper()
	told := 0
	town.read(func(ctx context.Context, tx *store.Tx) error {
		events, _, err := tx.Events(ctx, id, access.Parts, 1000, 0)
		for _, e := range events {
			if e.Kind == kind {
				told++
			}
		}
		return err
	})
	return told
}

// BothRoles is somebody who is a case manager and a payment officer, acting as the
// former.
func (town *Town) BothRoles() access.Actor {
	town.t.Helper()
	var actor access.Actor
	town.write(func(ctx context.Context, tx *store.Tx) (err error) {
		actor = town.staff(ctx, tx, "Mia Dubbel", town.Unit, access.CaseManager, access.PaymentOfficer)
		return nil
	})
	return actor
}

// Handed gives the case to another case manager.
func (town *Town) Handed(id ident.ID, to access.Actor) {
	town.t.Helper()
	town.minute()
	town.must(town.AssignManager(context.Background(), town.CaseManager, id, casework.Assignment{Manager: to.Account, Reason: Reason, Notes: Reason}))
}

// Late reports a whole week for somebody who goes somewhere at the provider, and is
// that week.
func (town *Town) Late(id ident.ID, week period.Week) period.Week {
	town.t.Helper()
	var at ident.ID
	town.read(func(ctx context.Context, tx *store.Tx) error {
		places, err := tx.PlacementsOf(ctx, id)
		at = places[0].ID
		return err
	})
	town.Reports(id, at, week, WholeWeek...)
	return week
}

// Paid is the payment run of the week, attested, sent and paid by the bank to the
// participants of the cases.
func (town *Town) Paid(week period.Week, to ...ident.ID) ident.ID {
	town.t.Helper()
	town.Pays()
	for i, id := range to {
		town.HasAccount(id, i)
	}
	run := town.Attested(week)
	town.Answers(town.Sent(run), "")
	return run
}
