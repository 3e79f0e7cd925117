// Package ledger is the programme's own accounts: what each participant has been
// granted, sent, paid, paid too much and has to pay back, in double entry.
//
// An entry says that something happened with money: a run was attested, a file was
// sent, the bank answered, somebody decided about an overpayment. Its postings sum to
// nothing, and none is ever changed: a correction is a new entry with the difference.
// Whatever a case-week is worth by its newest attested calculation, its cost accounts
// say the same; what stands on Owed has been attested and not sent. What stands on
// Overpaid, Claims and WrittenOff says of which week it is, and a rise of that week first
// meets what nobody has decided on and what was written off: it is in hand already.
//
// The split between cost, debt and bank follows the usual municipal bookkeeping; the
// account numbers are the municipality's own (Chart). That an overpayment is never
// netted against a later payment without a person's decision is the programme's
// choice, from 000: participants live on this money.
//
// What may enter: accounts, postings and the entries of each kind of event. Not what
// a week is worth (compensation), not the bank's files (iso20022), not the
// accounting files (sie), no storage.
package ledger
