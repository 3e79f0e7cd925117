// Package steering is the figures that a programme is steered by: persons counted by
// gender, what is kept within its time, and cross tables from which no small group
// can be read (002, the steering cycle; 004 s. 6, the mapping in numbers).
//
// What may enter: counting of what is already read, and the rules for what may be
// shown of it. No query, no drawing, no person.
package steering
