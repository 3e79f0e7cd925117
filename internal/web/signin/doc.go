// Package signin is how people come in: staff and participants through an identity
// provider, and in the demo, on loopback only, with one button for each role.
//
// The provider is asked by OpenID Connect: authorization code with PKCE, state and
// nonce (RFC 6749, RFC 7636, RFC 9207, OpenID Connect Core 1.0). It says who somebody
// is; which account that is, and which roles it holds, the municipality has said
// beforehand. Nobody gets an account by signing in.
//
// What may enter: the pages before and after a session, and the conversation with a
// provider. What somebody may do once inside is package access's.
package signin
