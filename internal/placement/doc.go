// Package placement is a referral on its way to a place: its states and the legal
// gate it passes (004 s. 4.2).
package placement
