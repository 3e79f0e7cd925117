// Command mutate shows whether the tests of a package hold its rules: it changes each
// number, comparison, boolean and operator of the package in turn, one at a time, and
// runs the tests on the changed program. A change that no test notices has survived,
// and says which rule nothing holds.
//
//	go run ./internal/house/mutate internal/compensation
//
// It prints a line for each change, and exits 1 where one survived. Nothing in the tree
// is touched: the changed file reaches the compiler as an overlay. A line that ends in
// the comment "// mutation: only capacity" is left out, and listed: how much room is set
// aside at first is the one number that cannot be seen from outside.
//
// What may enter: kinds of change, and how they are tried. No list of exceptions.
package main
