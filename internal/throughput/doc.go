// Package throughput is how people come into an intervention, through it and out of it:
// the outcome of every referral, how long people wait and stay, who moves up the ladder
// and who leaves to work or studies, and where the way through has stopped (004 s. 7.2:
// places stand empty while people wait; 002, the steering cycle).
//
// What may enter: counting of placements that are already read, and the rules of when
// something is a stop. Everything here is measured from what has happened; nothing of it
// is ever typed in. No query, no drawing, no name.
package throughput
