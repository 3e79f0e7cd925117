// Package iso20022 writes the file that asks the bank to pay, pain.001.001.03, and
// reads the bank's answer, pain.002.001.03. The elements used are those that the
// Common Global Implementation's guide and the Swedish banks' guides share.
//
// The file is a function of what is paid: the same payments give the same bytes,
// so that what was attested can be compared with what is sent. The answer comes
// from outside: whatever in it cannot be understood in one way only is refused,
// with the line.
//
// What may enter: the form of the two messages and what their codes mean. Which
// payments there are, and what follows from an answer, belong to the use cases.
// Sources: ISO 20022 message definitions pain.001.001.03 and pain.002.001.03 and
// the external code lists.
package iso20022
