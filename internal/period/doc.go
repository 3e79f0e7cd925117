// Package period is the ground for everything that happens in time: calendar days,
// ISO weeks, months, spans of days with both ends in them, and the Timeline, a
// value that changes from one day to another.
//
// What may enter: arithmetic with dates. No clock, no time zone, no word of the
// programme. A day is a day on the Swedish calendar; who knows which day it is
// now is package clock.
package period
