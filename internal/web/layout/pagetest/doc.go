// Package pagetest renders pages in tests and holds them to what every page must
// keep: a text for every key, one heading, labelled fields, unique ids, nothing
// inline, links that lead somewhere.
//
// What may enter: help for tests of pages. Nothing that the program itself uses.
package pagetest
