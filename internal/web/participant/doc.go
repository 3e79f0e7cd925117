// Package participant is the pages of the participant, read on a telephone first: the
// assessment, the plan, the week, the money, and who may see what.
//
// What may enter: one page action a file, with its template and its test. Only what is
// the participant's own: the case is always the one who visits has, and never named in
// an address. No rule, no SQL: a page reads the form, asks casework and shows the answer.
package participant
