// Package payment is the life of a payment run and of each payment in it.
//
// A run is prepared by one person and attested by another, and from then on stands.
// Its payments are then owed, put in a file, sent, and paid or failed by the bank's
// word; what failed is work for a person and is repeated as a payment of its own. The
// order of steps is the project's; that two persons are needed follows the ordinary
// control of public money.
//
// What may enter: states and which moves there are between them. Not amounts
// (compensation), not accounts (ledger), not files (iso20022).
package payment
