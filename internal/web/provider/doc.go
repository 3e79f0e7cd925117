// Package provider is the pages of those who supervise at a provider: their places,
// the offers to answer, and the attendance of the week.
//
// What may enter: one page action a file, with its template and its test. No rule,
// no SQL: a page reads the form, asks casework and shows the answer.
package provider
