// Package house holds the rules of the building: which room may lean on which, what
// every room must have at its door, and what nobody may bring in. It has tests and
// no code of its own; CONTRIBUTING.md says the same rules in words.
//
// What may enter: tests over the whole tree. A rule that has to make an exception
// is the wrong rule: change it, there is no list to add to.
package house
