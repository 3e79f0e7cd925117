// Package clock hands out the time, so that no rule and no page asks the
// machine for it. A rule that depends on today takes a day as an argument; a
// use case takes a Clock when it is built.
//
// What may enter: sources of time. Nothing about the programme.
package clock
