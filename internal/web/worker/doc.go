// Package worker is the pages of those who work with cases in the municipality:
// case manager, assessor and decision maker, and a partner at another authority as
// far as consent reaches.
//
// What may enter: one page action a file, with its template and its test. No rule,
// no SQL: a page reads the form, asks casework and shows the answer.
package worker
