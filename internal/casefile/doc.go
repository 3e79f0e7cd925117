// Package casefile is the case: one object for all of a participant's time in the
// programme, from the first enquiry to the last follow-up. It says which states a
// case has, which commands are valid in each, why a command is refused, who holds
// the case together, and what stands in the way of self-support.
//
// What may enter: what is true of the case as a whole. Not what is inside its parts
// (the verdict, the assessment, the decisions, the plan and so on are rooms of their
// own) and not who may give a command (package access).
//
// Sources: the journey is that of 000 and of the model in 004 s. 7.3; the case
// manager's number of cases is 003 s. 3.4, and what a change of case manager costs
// is 004 s. 5.2.
package casefile
