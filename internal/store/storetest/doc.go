// Package storetest gives tests of the store real databases to stand on: here a
// PostgreSQL of the machine's own server programs, empty or migrated, one
// database for each test.
//
// What may enter: making and removing databases for tests, and the cases that
// both engines must answer alike. Nothing that the product runs.
package storetest
