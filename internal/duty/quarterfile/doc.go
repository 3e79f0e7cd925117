// Package quarterfile reads what happened to people under the activity requirement, a
// row for each person and month, from a file such as a municipality's case system or a
// spreadsheet writes:
//
//	person,month,main_obstacle,assigned,reduced,denied
//	A1,2026-10,unemployed_no_benefit,yes,no,no
//	A1,2026-11,unemployed_no_benefit,yes,yes,no
//
// The first line is a heading; its columns may stand in any order, in English or Swedish
// (words.yaml). An obstacle is the programme's code or the label of municipal systems,
// and may be empty where nobody has said it. A column gender may stand there too. Semicolons do as well as commas, and so do a
// byte order mark, quotation marks, spaces outside fields, blank lines, and nothing for
// no; Form says what was met. Rows of other quarters are counted and left out, and so is a
// row that says the same in every column as an earlier one. Whatever
// else cannot be a row is refused, with the line it stands on.
//
// A person is any text, told apart byte by byte. It is often an identity number: no
// fault here has a word of the file in it.
//
// What may enter: reading and checking of that form. Not the report itself.
package quarterfile
