// Package evidence is the pages of what is known of interventions: the thirteen that 002
// found evaluated beside each other, and each in full, with what there is like it here.
// They are for everybody who works with the programme.
//
// What may enter: pages that show the cards of package catalogue. No judgement of our own:
// the grade is that of 002, and a figure that it does not give is not made up.
package evidence
