// Command tally reads what go test -json writes, on standard input, and tells it to
// a person: a line for each package, all that a failing test said, and at the end
// how many tests passed. It exits 1 where something failed, or where no test ran.
//
// What may enter: nothing more.
package main
