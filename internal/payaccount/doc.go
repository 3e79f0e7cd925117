// Package payaccount is where somebody is paid: a Swedish account, by clearing
// number and account number, or an international one, by IBAN. It reads what a
// person types, tells beside the field what is wrong, and knows the bank's name.
//
// A digit that is mistyped pays nobody or somebody else, so what can be checked
// is. A number refused though it is right stops somebody's money, so a check is
// made only where the banks' published rules leave no doubt: ranges.yaml says for
// each range of clearing numbers which, and none is made where it says none.
//
// What may enter: forms of account numbers and what they tell. Whose the account
// is and who may change it belong to the use cases. Sources: the Swedish banks'
// published account structures, ISO 13616 (IBAN).
package payaccount
