// Package migrations is the shape of the database through time: one folder an
// engine, the same tables and names in both, forward only, each safe while the
// previous version of the program still runs.
//
// What may enter: SQL files. Types differ where the engines do (a date is text in
// SQLite and a date in PostgreSQL); names, keys and constraints never do, and a
// test holds that.
package migrations
