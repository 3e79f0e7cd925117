// Command write makes an instance of which so many take part, by a seed, as three files
// in a folder, and says on standard output what is in it.
//
//	write -participants 20000 -interventions 900 -degree 40 -seed 1 FOLDER
//
// What may enter: nothing more.
package main
