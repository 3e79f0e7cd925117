package benefit

// wideHere tells whether this processor counts eight persons at a time.
var wideHere = eightAtATime()

func eightAtATime() bool

// countEights counts eights times eight persons, by lane of the class and of the person.
//
//go:noescape
func countEights(all *Months, eights int, ask *wide, counts *[4][8]uint64)
