// Package money is whole kronor and öre, and rounding by name. No floating point
// enters: a percentage of an amount is a ratio of integers until it is rounded,
// and the rounding says which it is.
//
// What may enter: arithmetic with amounts. No rate, no date, no rule of the
// programme.
package money
