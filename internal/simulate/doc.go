// Package simulate makes up a municipality: its people on assistance, its places,
// its staff and two years of the programme's cases. The demo shows it, tests run on
// it and benchmarks load it. The same seed gives the same municipality to the byte.
//
// The population is fitted to what is printed in 004 section 6 (two surveys of who
// could take part, diagrams 3-32) and the places to 004 section 7.1.1. Counts that
// the source gives are met exactly; shares are met as nearly as whole people allow.
// Exits follow the proportions of 001. Nobody in it is a real person: names are
// common given and family names put together at random, identity numbers are test
// numbers, and organisations and places are invented.
//
// The people are those who have had assistance at some time during the two years.
// A story is told case by case and not kept, so memory follows the people and not
// what has happened to them; amounts come from the compensation engine, verdicts,
// gates and profiles from their subjects.
//
// What may enter: making things up, as the types of the subjects or as plain
// records. No clock (the reference day is an argument), no randomness but the seed,
// and no rule of its own: what a rule decides is asked of the subject.
package simulate
