// Package studies is a guided check of whether assistance can be given while somebody
// studies (004 s. 11): questions, and a line for the main rule and for each exception
// with whether it is met, why, by which section and on which day, ending in a text for
// the journal.
//
// The main rule is that adults pay for studies with student aid and are at the labour
// market's disposal. Each exception is one that 004 names, with the conditions it names.
// The check proposes; a person tries the single case and decides.
//
// What may enter: the check, pure. Not the amount of the assistance, not the decision.
package studies
