// Package monthsfile reads the months in which people have had assistance, a whole
// country's if need be, from a file with a row for each person and month:
//
//	person,month
//	A1,2015-11
//	A1,2015-12
//
// The first line may be a heading or a row. Semicolons do as well as commas, and so do
// quotation marks round a field, spaces outside it, a byte order mark, line ends of any
// system and blank lines; Form says what was met. A row that is there twice is one
// month. Whatever else cannot be a row is refused, with the line it stands on.
//
// A person is any text, told apart byte by byte. It is often an identity number: no
// fault here has a word of the file in it, but for the number of a month that there
// is not.
//
// What may enter: reading and checking of that form, and the table of persons. Not
// which class anybody is in.
package monthsfile
