package layout

import (
	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/payaccount"
	"fotfaste/internal/web/form"
)

// AccountForm is the form in which an account is entered, the same to the participant
// and the case manager: a Swedish account, or an IBAN for who has none.
//
//	{{template "account_form" .Body.Account}}
type AccountForm struct {
	Form             *form.Form
	Clearing, Number form.Field
	IBAN             form.Field
	Abroad           string // the words that open the IBAN
	Open             bool   // the IBAN is in sight
	Send             string
}

// AccountFormOf makes it, with send on its button.
func AccountFormOf(f Frame, send string) AccountForm {
	a := AccountForm{Form: f.Form, Send: send, Abroad: f.Text("account.abroad"),
		Clearing: f.Form.NumberField("clearing", "account.clearing", ""), Number: f.Form.NumberField("number", "account.number", ""),
		IBAN: f.Form.TextField("iban", "account.iban")}
	a.Open = a.IBAN.Value != "" || a.IBAN.Error != ""
	return a
}

// TypedAccount is what was typed in it. Somebody who fills in an IBAN alone means that.
func TypedAccount(f *form.Form) payaccount.Typed {
	typed := payaccount.Typed{Kind: string(payaccount.Swedish), Clearing: f.Raw("clearing"), Number: f.Raw("number"), IBAN: f.Raw("iban")}
	if typed.IBAN == "" {
		return typed
	}
	if typed.Clearing+typed.Number != "" {
		f.Wrong("iban", "account.both")
	}
	typed.Kind = string(payaccount.IBAN)
	return typed
}

// AccountFacts are where the participant is paid now, masked.
func AccountFacts(f Frame, v casework.PayAccountView) []Fact {
	if !v.Known {
		return nil
	}
	bank := v.Bank
	if bank == "" {
		bank = f.Text("account.unknown_bank")
	}
	return []Fact{{Label: f.Text("account.account"), Value: v.Masked}, {Label: f.Text("account.bank"), Value: bank},
		{Label: f.Text("account.entered"), Value: f.Text("account.entered_by", "Name", v.EnteredBy, "At", clock.DayOf(v.EnteredAt))}}
}

// AccountNotice says that money waits for an account; nil where none does.
func AccountNotice(f Frame, v casework.PayAccountView) *Notice {
	if v.Stopped == 0 {
		return nil
	}
	title := f.Text("account.waits", "Total", v.Amount)
	if v.Known { // the bank could not pay to the one there is
		title = f.Text("account.waits_other", "Total", v.Amount)
	}
	return &Notice{Title: title, Text: f.Text("account.waits_help"), Tone: Ask}
}
