// Package questions puts the questions of an instrument on a page: as fields of a form
// for each rater, and as words when they have been answered. The worker's room and the
// participant's show the same questions through it.
//
// What may enter: what turns questions and answers into fields and words. No page, no
// rule of what is asked or what an answer means (package assessment).
package questions
