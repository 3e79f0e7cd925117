package cli

import "fotfaste/internal/access"

type ledgerCommands struct {
	Verify ledgerVerifyCommand `cmd:"" help:"Check the whole ledger: does each entry balance, is a number missing, do the payments agree?"`
	Export ledgerExportCommand `cmd:"" help:"Write the ledger's entries as vouchers for the accounting system (SIE 4), their texts in --language."`
}

// bookkeepers are the roles that may read the ledger.
var bookkeepers = []access.Role{access.PaymentOfficer, access.Auditor}
