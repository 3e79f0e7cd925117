// Package flow places what participants have to give where it gains the most: exact
// flow of greatest gain on bipartite transportation instances. Quanta of participants go
// along edges to interventions, no participant above its supply, no intervention above
// its capacity, no edge above its own bound where it has one; whatever gains nothing is
// left where it is.
//
// Solve gives a Plan: the quanta along each edge, what one quantum more of an
// intervention would gain (its shadow price) and what a participant's last one is worth.
// Prove, which knows nothing of how the plan came about, holds every plan against the
// conditions that make it the best there is; no plan is handed out that it refuses. A
// Solver keeps its work, so that one changed participant is placed anew without solving
// the rest again.
//
// The method is the primal network simplex, from strongly feasible trees (Cunningham, "A
// network simplex method", Mathematical Programming 11, 1976), with a tree that keeps
// participants of one place apart from its joints: see basis.
//
// What may enter: flows of this form, and what proves them. Not who the participants
// are, nor what a gain is made of: a quantum, a gain and a place are numbers here. Not
// chance, nor a clock.
package flow
