// Package householdfile reads a household in a month from JSON, as a person or another
// program writes it, and refuses what cannot be right: with what is wrong, the path to it
// and the line it stands on. All that is wrong is told at once. Amounts are kronor a
// month, with at most two decimals.
//
//	{
//	  "month": "2026-03",
//	  "adults": 1,
//	  "cohabiting": false,
//	  "household_size": 2,
//	  "children": [{"age": 8, "lunch_at_home": true, "in_custody": true}],
//	  "reasonable_costs": {"rent": 6500, "other": [{"name": "...", "amount": 200}]},
//	  "incomes": [{"kind": "work", "net": 5000, "job_stimulus": true}],
//	  "child_allowance": "add"
//	}
//
// Only month and adults must be there. "cohabiting" is true for two adults and false for
// one where it is left out; "household_size" is the adults and children; a child eats
// lunch at home unless it is said that it does not; "shared_household" is false. A child
// that is not "in_custody" of who would be in the programme counts for everything but the
// programme's child supplement.
//
// What may enter: reading of that form. Not what a household has a right to.
package householdfile
