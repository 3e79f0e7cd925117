// Package matchfile reads what is to be matched, from three files such as a spreadsheet
// or another system writes:
//
//	participant,quanta               whoever has quanta of unplanned time
//	intervention,quanta              what has free ones
//	participant,intervention,gain    who could be where, and what a quantum there gains
//
// The first line of each is a heading; its columns may stand in any order, in English or
// Swedish (columns.yaml). Rows may stand in any order. Semicolons do as well as commas,
// and so do a byte order mark, line ends of Windows, quotation marks, spaces outside
// fields and blank lines; Form says what was met. Whatever else cannot be a row is
// refused with the file and the line: a name that is there twice or is unknown, a pair
// that is there twice, a number that is none, is below zero where that cannot be, or is
// too large.
//
// A name is any text, told apart byte by byte. A participant's may be an identity number:
// no fault here has a word of the file in it.
//
// What may enter: reading and checking of that form. Not the matching itself.
package matchfile
