// Package pdf writes a letter as a document to keep, print or send: A4, with the text
// in it, its language and title told, and the same bytes every time the same letter is
// asked for.
//
// The page on the screen is the accessible form of a letter; this one has its text in
// order and its language, and no tags (docs/adr/0026).
//
// What may enter: how a block of a letter is set on paper. No text of its own, no rule.
package pdf
