// Package store is the SQL of Fotfäste, one file a subject. It speaks one tested,
// portable subset of SQL to two engines: SQLite, which needs nothing installed,
// and PostgreSQL.
//
// Every write happens in DB.Write, which holds the municipality for the length of
// one transaction: SQLite because it has one writer, PostgreSQL because the
// transaction first locks the municipality's journal head. What a use case read
// is therefore still true when it saves, on both engines alike, and the journal's
// chain never forks.
//
// What may enter: queries and the mapping between rows and the subjects' types.
// No rule of the programme and no question of who may see what: lists take their
// filter from package access and apply it inside the query, so that counts never
// leak.
package store
