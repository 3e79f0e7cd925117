package casework

import (
	"context"
	"slices"
	"time"

	"fotfaste/internal/access"
	"fotfaste/internal/casefile"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/money"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/store"
)

// PayAccount is where a participant is paid, as it is typed.
type PayAccount struct {
	Form
	payaccount.Typed
}

// PayAccountView is where a participant is paid, masked.
type PayAccountView struct {
	Header
	Known     bool
	Kind      payaccount.Kind
	Masked    string // the last four digits
	Bank      string // "" where it is not known
	EnteredAt time.Time
	EnteredBy string              // a name
	Own       *payaccount.Account // the whole account, for who entered it alone
	Enters    bool                // the reader may enter another
	Stopped   int                 // payments that wait for an account
	Amount    money.Kronor        // of those
}

// EnterPayAccount enters where the participant of the case is paid from now on: the
// participant, or the case manager for them. Earlier accounts are kept, and it is told
// in the journey. Entering the same account again changes nothing. NotAllowed to who
// is a payment officer too, unless the case is their own: whoever pays does not say to
// where. Invalid with a message beside each field that is wrong (kind, clearing,
// number, iban).
func (o *Office) EnterPayAccount(ctx context.Context, actor access.Actor, id ident.ID, in PayAccount) error {
	return o.act(ctx, actor, access.EnterPayAccount, id, in.Form, func(d *desk) error {
		d.quiet = true // the account is nothing that others have before them
		if err := d.noPaymentOfficer(ctx); err != nil {
			return err
		}
		account, err := payaccount.Parse(in.Typed)
		if err != nil {
			return err
		}
		before, err := d.PayAccount(ctx, d.Case.Person)
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return err
		}
		if before.Account == account {
			d.note("changed", false)
			return nil
		}
		err = d.AddPayAccount(ctx, store.PayAccount{ID: d.newID(), Person: d.Case.Person, Account: account,
			EnteredAt: laterThan(before.EnteredAt, d.Now), EnteredBy: actor.Account})
		if err != nil {
			return err
		}
		d.note("changed", true)
		return d.tell(ctx, casefile.PayAccountChanged, nil)
	})
}

// noPaymentOfficer refuses who also makes or attests payments.
func (d *desk) noPaymentOfficer(ctx context.Context) error {
	if d.Actor.Role == access.Participant {
		return nil // their own, or access would have said no
	}
	roles, err := d.RolesOf(ctx, d.Actor.Account)
	if err == nil && slices.Contains(roles, access.PaymentOfficer) {
		err = fault.New(fault.NotAllowed, "pay.account.officer")
	}
	return err
}

// SeePayAccount reads where the participant of the case is paid.
func (o *Office) SeePayAccount(ctx context.Context, actor access.Actor, id ident.ID) (PayAccountView, error) {
	var v PayAccountView
	err := o.see(ctx, actor, access.Compensation, id, func(d *desk) (err error) {
		if v.Header, err = d.header(ctx); err != nil {
			return err
		}
		v.Enters = d.may(access.EnterPayAccount) && d.noPaymentOfficer(ctx) == nil
		if v.Stopped, v.Amount, err = d.StoppedPayments(ctx, id); err != nil {
			return err
		}
		account, err := d.PayAccount(ctx, d.Case.Person)
		if fault.CodeOf(err) == fault.NotFound {
			return nil
		}
		v.Known, v.Kind, v.Masked, v.Bank = true, account.Kind, account.Masked(), account.Bank()
		v.EnteredAt, v.EnteredBy = account.EnteredAt, account.EnteredByName
		if account.EnteredBy == actor.Account {
			v.Own = &account.Account
		}
		return err
	})
	return v, err
}
