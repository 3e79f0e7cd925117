package steering

// Kept is how a case stands against one of the programme's clocks.
type Kept string

const (
	InTime  Kept = "in_time"
	Late    Kept = "late"    // it happened after its time, or has not happened and the time is out
	Running Kept = "running" // it has not happened, and there is time left
)

// Moment is a point on any line of time: an instant in seconds, or a day.
type Moment interface{ ~int | ~int32 | ~int64 }

// Against tells how what was to happen at the latest at limit stands now. Done is
// nil while it has not happened.
func Against[M Moment](done *M, limit, now M) Kept {
	switch {
	case done != nil && *done <= limit:
		return InTime
	case done == nil && now <= limit:
		return Running
	}
	return Late
}

// Clock is how many cases kept their time, by gender. Those still running count in
// neither.
type Clock struct {
	InTime Count
	Late   Count
}

// Add counts one more case.
func (c *Clock) Add(kept Kept, one Count) {
	switch kept {
	case InTime:
		c.InTime = Sum([]Count{c.InTime, one})
	case Late:
		c.Late = Sum([]Count{c.Late, one})
	}
}

// Share is the part that kept the time, 0 to 1.
func (c Clock) Share() float64 { return Share(c.InTime.All(), c.InTime.All()+c.Late.All()) }
