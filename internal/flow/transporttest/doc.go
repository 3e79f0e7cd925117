// Package transporttest makes up transportation instances, by a seed, whose optima are
// known: 1-4 quanta a participant, capacities of about 60 per cent of them and unevenly
// spread, edges to some tens of interventions each, and gains of which half are the
// intervention's own. The figures are those that Python's random module draws, so that
// anybody can make the same instance with a page of Python and another solver.
//
// What may enter: made-up instances and the files of them, by a seed.
package transporttest
