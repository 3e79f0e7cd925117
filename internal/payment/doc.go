// Package payment is the life of a payment run and of each payment in it.
//
// A run is prepared by one person and attested by another, and from then on stands.
// Its payments are then owed, put in a file, sent, and paid or failed by the bank's
// word; what failed is work for a person and is repeated as a payment of its own. The
// order of steps is the project's; that two persons are needed follows the ordinary
// control of public money.
//
// What the bank has said is paid is received. What it was sent and has said nothing of
// counts as received ten days after the banking day on which it pays: a bank that
// rejects does so within days, and one that never answers must not stop what follows.
//
// What may enter: states and which moves there are between them. Not amounts
// (compensation), not accounts (ledger), not files (iso20022).
package payment
