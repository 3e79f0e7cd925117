// Package admin is the administrator's room and the auditor's: who can sign in and as
// what, which parameters of the law are in force, and the journal with its proof.
//
// What may enter: page actions of administrators and auditors. No rule, no SQL.
package admin
