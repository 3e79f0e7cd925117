// Package decision is the decisions on a place in the programme: grant, refusal,
// extension, pause, resumption and stop, each with its days, its reason and who made
// it, and what they together say on every day.
//
// A place is full time for one year and may be extended (000, "Tidsperiod"); the
// extension is at most one more year, as in the Norwegian programme that 000 builds
// on. Labour-market policy is the state's responsibility (000), so the decision is
// made by somebody other than who assessed the need. A decision is never changed or
// removed: a later one takes over its days, and both remember it.
//
// What may enter: the rules of decisions and how they fold into days. Not who holds
// the role of decision maker (access), not what a day pays (compensation).
package decision
