// Package casework is what people do in Fotfäste, one use case a file: may they? →
// open a transaction → load → ask the rules → save → journal. Nothing is changed
// anywhere else, by a page, a command or an interface.
//
// Three ways in, all in office.go: act (do something with a case), see (read a part
// of a case) and inOffice (what concerns no single case). Each asks package access
// first, writes the journal in the same transaction, and leaves a refusal in the
// journal when the answer is no.
//
// What may enter: use cases. No rule of the programme (those are the subjects'), no
// SQL (the store's), no HTML.
package casework
