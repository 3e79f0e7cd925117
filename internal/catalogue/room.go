package catalogue

import (
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Capacity is the hours per week that the intervention has in all, as its room is now.
func (i Intervention) Capacity() int { return i.Places * i.HoursPerPlace }

// Room is how much there is of an intervention from a week on, until the next room.
type Room struct {
	From          period.Week `json:"from"`
	Places        int         `json:"places"`
	HoursPerPlace int         `json:"hours_per_place"` // hours per week of one place
}

// Hours are the hours per week of all places.
func (r Room) Hours() int { return r.Places * r.HoursPerPlace }

// Check is what is wrong with the room itself, beside "places" and "hours_per_place".
func (r Room) Check() fault.Fields {
	var f fault.Fields
	checkRoom(&f, Intervention{Places: r.Places, HoursPerPlace: r.HoursPerPlace})
	return f
}

// Weeks are whole weeks, from the first to the last, both among them.
type Weeks struct {
	From period.Week `json:"from"`
	To   period.Week `json:"to"`
}

// WeeksOf are the weeks that have a day between the two.
func WeeksOf(from, to period.Day) Weeks { return Weeks{from.Week(), to.Week()} }

// Len is how many weeks there are, 0 where the last is before the first.
func (w Weeks) Len() int { return max(0, int(w.To-w.From)+1) }

// Contains tells whether the week is among them.
func (w Weeks) Contains(week period.Week) bool { return w.From <= week && week <= w.To }

// Closing is days on which nobody can begin. Those who are placed keep their hours.
type Closing struct {
	From   period.Day `json:"from"`
	To     period.Day `json:"to"` // part of it
	Reason string     `json:"reason"`
}
