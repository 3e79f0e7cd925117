// Package web joins the pages of every role into one handler: which rooms there
// are, who finds what in the menu, where each role begins.
//
// What may enter: wiring. The pages are in the rooms of those who use them.
package web
