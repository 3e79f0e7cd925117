package payment

import "slices"

// accountReasons are the codes of the external code list of ISO 20022 by which a bank
// says that the receiver's account, or its bank, cannot be paid to. MD07, that the
// holder has died, is among them: the money goes to another account or to none.
var accountReasons = []string{"AC01", "AC03", "AC04", "AC06", "AC14", "AG01", "BE01", "BE06", "MD07", "RC01", "RC04"}

// AccountReasons are the bank's codes that ask for another account, sorted.
func AccountReasons() []string { return slices.Clone(accountReasons) }

// AsksForAccount tells whether what failed for the reason can be paid only to another
// account.
func AsksForAccount(reason string) bool { return slices.Contains(accountReasons, reason) }
