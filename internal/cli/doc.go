// Package cli is the command line: one file for each command, which reads its
// arguments, calls a use case or a rule, and prints what came of it. Where a
// machine may read the answer the command takes --json.
//
// Every command ends with one of three codes: 0 fine, 1 something was found wrong
// or could not be done, 2 the input was refused.
//
// What may enter: arguments, printing, and the wiring of a server. No rule of the
// programme and no SQL.
package cli
