// Package visit knows who is on the other side: the session, the account behind it
// and the role it acts in. It turns a request into an access.Actor, and the parts
// of an address and a form that every page has into what casework wants.
//
// What may enter: sessions and what every page of every role reads from a request.
// No page, no rule.
package visit
