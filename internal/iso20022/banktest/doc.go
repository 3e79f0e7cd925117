// Package banktest plays the bank in tests: Answer reads a payment file and gives
// back a status report, and Flaws holds a payment file against the rules of the
// schema of pain.001.001.03, restated here from the message definition and not from
// the code that writes it.
//
// What may enter: what the other side of the two messages would do. For tests
// alone.
package banktest
