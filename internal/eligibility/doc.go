// Package eligibility judges whether somebody belongs to the programme's target
// group: each criterion by itself, met, not met or unknown, with the facts it used
// and its source, and for a no where to turn instead.
//
// The verdict is a proposal and nothing more. A person decides, in writing (package
// decision); no decision is made by this room or by any other without a human being
// (GDPR art. 22).
//
// What may enter: the criteria for a place. Not the criteria of an intervention
// (package catalogue) and not the parameters themselves (package law).
//
// Sources: 000, "Målgrupp", and its table 3 for what long-term is; 002 for what
// happens to people who are turned away and what they need then.
package eligibility
