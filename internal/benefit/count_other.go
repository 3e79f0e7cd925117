//go:build !amd64

package benefit

// wideHere is for processors whose wide registers are used.
const wideHere = false

// countEights is never called where wideHere is false.
func countEights(*Months, int, *wide, *[4][8]uint64) {}
