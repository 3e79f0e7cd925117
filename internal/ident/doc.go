// Package ident is the identity of stored things: UUIDs of version 7, which sort
// by the time they were made. A personal identity number is never an identity
// here: it is data about a person, is masked, and stands in no address or log.
//
// What may enter: making and reading identities. Nothing about what they name.
package ident
