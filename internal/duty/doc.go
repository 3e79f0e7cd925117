// Package duty reckons the activity requirement on who lives on assistance (SoL
// (2025:400) 12 kap. 4 a-6 a §§): how many hours a week and month somebody has to take
// part, which planned activities count toward them, and what a municipality reports by
// quarter.
//
// The hours, the age of the child and the first month it is applied to are dated
// parameters of the law book; they are from secondary sources and stand there as such.
// The act gives hours a week and a calendar month to try them by; how a month's hours
// follow from a week's is chosen here (Month).
//
// Package quarterfile reads what is reported from a file.
//
// What may enter: pure rules of the requirement. Not attendance itself, not the decision
// to reduce or deny: that is a person's.
package duty
