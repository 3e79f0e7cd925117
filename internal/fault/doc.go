// Package fault is how Fotfäste says no. A fault carries three things apart: a
// code that decides the status, a key (with arguments) that the reader's language
// turns into a safe text, and the inner cause, which only the log sees.
//
// What may enter: the shape of refusals. Not their wording (that is the locale's)
// and not the rules that make them (those are the subjects').
package fault
