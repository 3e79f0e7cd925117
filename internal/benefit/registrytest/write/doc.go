// Command write makes a file of months with assistance for so many made-up people, by a
// seed, and says on standard error how many rows it has.
//
//	write -people 400000 -order month >months.csv
//
// What may enter: nothing more.
package main
