// Package placement is one participant's way through one intervention: proposed,
// referred, offered, started and ended, with who may do what (004 s. 7.2-7.4), and
// the legal gate that a referral passes first (004 s. 4.2 and 6.5).
//
// What may enter: the states and their table, the order of the queue, the deadline
// of an offer, and the gate with its reasons. Not the counting of hours
// (catalogue) and not who proposes which place (flow).
package placement
