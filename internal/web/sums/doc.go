// Package sums is the pages of the reckoners: the sums around a person and the
// municipality, each explained step by step, to be read on paper too.
//
// What somebody reckons stands in the address of the page and nowhere else: nothing is
// kept, nobody is named, and a link carries it.
//
// What may enter: one reckoner a file, with its template and its test. No rule: a page
// reads the address, asks the subject and shows the answer with its steps.
package sums
