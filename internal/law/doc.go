// Package law holds what the programme takes as given from outside: amounts, rates,
// limits and clocks, each with the days on which it is valid and where it comes
// from, and the map of which act says what on which day.
//
// The room fails closed. Every row in data/ has a last day; a lookup on a day
// without a row is a *MissingError and never the row before it. To go on into a new
// year somebody reads the source, adds or extends the row and says so in its note.
//
// What may enter: dated parameters with their source. No rule that uses them: those
// live with their subjects. Sources: 000 (programme and rates), 001, 003, 004
// (clocks, caseload, legal limits), SFB (2010:110) for the price base amount.
package law
