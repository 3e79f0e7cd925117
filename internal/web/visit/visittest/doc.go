// Package visittest opens one room of pages for tests: the real addresses and
// templates on a town with a real database, visited by whom the test says.
//
// What may enter: what the tests of every room share. Nothing that the program
// itself uses.
package visittest
