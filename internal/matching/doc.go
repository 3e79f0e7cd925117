// Package matching says which place suits whom and why: the points of one pair, the
// best places for one participant, a plan for many at once, and what more room would
// be worth. The way of thinking is 004 s. 7.2-7.4: places found by what a person needs,
// several of them beside each other, none of them for ever.
//
// It proposes and people decide. Every pair carries its points by name, every pair that
// does not go carries the criterion that stands in the way, and everybody without a
// proposal carries a reason.
//
// What may enter: grounds and their points, the choice for one and the plan for many as
// a transportation problem (flow). Not who may see it (access) and not the referral
// itself (placement), which is tried by a person against the law.
package matching
