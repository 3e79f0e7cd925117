// Package signin is how people come in: staff and participants through an identity
// provider (OpenID Connect with PKCE), and in the demo, on loopback only, with one
// button for each role.
//
// What may enter: the pages before and after a session. What somebody may do once
// inside is package access's.
package signin
