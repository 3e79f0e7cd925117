// Package followup is what comes after the start: contacts with due days (003),
// moves on the function ladder (004), the exit and its kind (001), and the outcomes
// that are asked for at fixed times after it.
//
// What may enter: when something is due, what a move or an exit must say, and the
// counting of exits. Not the effects (trial) and not the goals of the year
// (steering).
package followup
