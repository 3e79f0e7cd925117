// Package household is the picture of a participant's household as it is kept in the
// case: what each who knows has said of its costs, incomes and members, from which month
// and to which, and what of it counts in a month.
//
// Nothing that was said is overwritten. An Entry is a word at an instant: that a row was
// entered, confirmed, ended or taken back. From the entries known at an instant follow
// the rows, from the rows and a month the facts that package economy reckons with, and
// from the facts the warnings: what somebody should look at before a decision.
//
// Three have a word of one and the same thing, told apart by its kind and name: what the
// case manager has judged counts before what a register says, and that before the
// participant's own statement (SoL (2025:400) 12 kap. 1 §: need is tried in the single
// case, by a person). Where they differ, both stand, and it is said.
//
// The children of the case are not kept here: they are the case's, by day of birth.
//
// What may enter: pure rules of the picture. No decision, no page, no database.
package household
