// Package payment is the pages of the payment officer: the weeks that are due, and a
// payment run from proposal to attestation.
//
// What may enter: one page action a file, with its template and its test. No rule,
// no SQL: a page reads the form, asks casework and shows the answer.
package payment
