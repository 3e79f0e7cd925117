// Package plan is the implementation plan: the participant's goal in their own
// words, the parallel tracks towards it, and the activities on each track with
// hours, dates and who carries them (004 s. 4.2 and 7.4).
//
// What may enter: the shape of a plan, what makes it whole, how a version moves
// from draft to agreed, and what differs between two versions. Not who is asking
// (access), not the places the activities are held in (catalogue, placement).
package plan
