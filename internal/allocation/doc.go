// Package allocation proposes who could be where: participants with quanta of unplanned
// time (ten hours a week each), interventions with free ones, and the pairs whose
// criteria are all met, each with what a quantum there gains. A person decides.
//
// There are three ways to place. Optimum gains the most there is, and may place a
// participant in several interventions; it is proved. Whole places all of a participant's
// quanta in one intervention or none, and says how far from a bound it may be. Stable is
// what deferred acceptance comes to: nobody is passed over by somebody who gains less
// there. Of every proposal, whatever made it, the justified envy is counted, and of
// everybody with quanta left it is said why.
//
// What may enter: ways to place, and what can be said of a proposal. Not how a gain
// comes about, and no file, clock or chance: what draws is handed in.
package allocation
