// Package evaluator is the evaluator's room: the target group and how it went, in
// numbers without persons. Groups so small that somebody could be recognised are
// withheld, in the picture, the table and the file alike.
//
// What may enter: page actions of the evaluator. No rule, no SQL, nothing about a
// single person.
package evaluator
