// Package placement is a referral on its way to a place: its states and the legal
// gate it passes (004 s. 4.2).
//
// What may enter: the rules of referrals and places. Not the capacity itself,
// which the store holds.
package placement
