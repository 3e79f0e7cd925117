// Package registerfile reads what a register says of one household, from a file with a
// row for each month and thing:
//
//	month,kind,amount,name
//	2026-03,work,5000,
//	2026-03,cost.rent,"6500,50",
//	2026-03,income.other,1200,Lotteri
//
// The first line may be a heading, in any order of its columns, or a row in the order
// above; the name may be left out. Semicolons do as well as commas, and so do a byte order
// mark, blank lines, spaces in amounts and a comma before the öre; Form says what was met.
// A kind is a code of package economy or its Swedish word; where a code is both a cost
// and an income, it is said which. Whatever else cannot be a row is refused, with the line
// it stands on and why, and nothing of the file is taken then.
//
// What may enter: reading and checking of that form. Not what counts of it.
package registerfile
