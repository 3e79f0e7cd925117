package catalogue

import (
	"maps"
	"slices"

	"fotfaste/internal/fault"
	"fotfaste/internal/period"
)

// Ledger is the hours of one intervention week by week: how many there are, how many
// are held, and when nobody can begin (004 s. 7.2: places that are known to be free).
// The rule it keeps: no week ever holds more than it has. It is a value: what changes
// it gives a new one.
type Ledger struct {
	Rooms  []Room              // by week; the first holds from long ago
	Closed []Closing           // by first day
	Held   map[period.Week]int // hours held in the week; 0 where it is missing
}

// RoomIn is the room of the week. The zero Room where there is none.
func (l Ledger) RoomIn(week period.Week) Room {
	var found Room
	for _, r := range l.Rooms {
		if r.From > week {
			break
		}
		found = r
	}
	return found
}

// Capacity is the hours that there are in the week.
func (l Ledger) Capacity(week period.Week) int { return l.RoomIn(week).Hours() }

// Free is the hours of the week that nobody holds, never below 0.
func (l Ledger) Free(week period.Week) int { return max(0, l.Capacity(week)-l.Held[week]) }

// FreeThrough is the hours that are free in every one of the weeks.
func (l Ledger) FreeThrough(weeks Weeks) int {
	if weeks.Len() == 0 {
		return 0
	}
	least := l.Free(weeks.From)
	for w := weeks.From + 1; w <= weeks.To && least > 0; w++ {
		least = min(least, l.Free(w))
	}
	return least
}

// Hold takes the hours in every one of the weeks, or in none: *fault.Error with code
// Conflict, which names the first week that has too few.
func (l Ledger) Hold(hours int, weeks Weeks) (Ledger, error) {
	if hours <= 0 || weeks.Len() == 0 {
		return l, fault.New(fault.Invalid, "catalogue.hold_nothing")
	}
	for w := weeks.From; w <= weeks.To; w++ {
		if free := l.Free(w); hours > free {
			return l, fault.New(fault.Conflict, "catalogue.no_room", "Week", w.Monday(), "Free", free, "Asked", hours)
		}
	}
	return l.moved(hours, weeks), nil
}

// Release gives the hours back in the weeks. More than is held cannot come back: that
// would be a fault of ours in the counting.
func (l Ledger) Release(hours int, weeks Weeks) (Ledger, error) {
	for w := weeks.From; w <= weeks.To; w++ {
		if hours < 0 || hours > l.Held[w] {
			return l, fault.New(fault.Internal, "catalogue.released_too_much", "Held", l.Held[w], "Asked", hours)
		}
	}
	return l.moved(-hours, weeks), nil
}

func (l Ledger) moved(hours int, weeks Weeks) Ledger {
	l.Held = maps.Clone(l.Held)
	if l.Held == nil {
		l.Held = map[period.Week]int{}
	}
	for w := weeks.From; w <= weeks.To; w++ {
		l.Held[w] += hours
	}
	return l
}

// Resize lets the room hold from its week until the next one. It takes no hours from
// those who have them: *fault.Error with code Conflict, which names the first week in
// the way, what is held then, and the Monday from which it would go.
func (l Ledger) Resize(room Room) (Ledger, error) {
	if err := room.Check().Err(); err != nil {
		return l, err
	}
	rooms := slices.DeleteFunc(slices.Clone(l.Rooms), func(r Room) bool { return r.From == room.From })
	at, _ := slices.BinarySearchFunc(rooms, room.From, func(r Room, w period.Week) int { return int(r.From - w) })
	return l.withRooms(slices.Insert(rooms, at, room), room.From)
}

// TakeBackRoom lets the room before go on where a planned one would have begun. It is
// refused as Resize is. NotFound where no room begins then, or it is the first.
func (l Ledger) TakeBackRoom(from period.Week) (Ledger, error) {
	at := slices.IndexFunc(l.Rooms, func(r Room) bool { return r.From == from })
	if at < 1 {
		return l, fault.New(fault.NotFound, "fault.not_found")
	}
	return l.withRooms(slices.Delete(slices.Clone(l.Rooms), at, at+1), from)
}

// withRooms is the ledger with the rooms, if what is held from the week on has room.
func (l Ledger) withRooms(rooms []Room, from period.Week) (Ledger, error) {
	resized := l
	resized.Rooms = rooms
	var inTheWay []period.Week
	for week, held := range l.Held {
		if week >= from && held > resized.Capacity(week) {
			inTheWay = append(inTheWay, week)
		}
	}
	if len(inTheWay) > 0 {
		first, last := slices.Min(inTheWay), slices.Max(inTheWay)
		return l, fault.New(fault.Conflict, "catalogue.room_in_use", "Week", first.Monday(), "Held", l.Held[first],
			"Capacity", resized.Capacity(first), "From", (last + 1).Monday())
	}
	return resized, nil
}

// ClosedOn is the closing that the day lies in.
func (l Ledger) ClosedOn(day period.Day) (Closing, bool) {
	for _, c := range l.Closed {
		if c.From <= day && day <= c.To {
			return c, true
		}
	}
	return Closing{}, false
}

// NextStart is the first day, not before from, on which somebody can begin in the
// intervention: one of its start days, and none on which it is closed.
func (l Ledger) NextStart(i Intervention, from period.Day) (period.Day, bool) {
	for {
		day, found := i.NextStart(from)
		if !found {
			return 0, false
		}
		closing, closed := l.ClosedOn(day)
		if !closed {
			return day, true
		}
		from = closing.To + 1
	}
}

// WeekRoom is one week of a forecast.
type WeekRoom struct {
	Week       period.Week
	Capacity   int // hours
	Held       int
	Free       int
	ClosedDays int // of Monday to Friday, on which nobody can begin
}

// IsClosed tells whether nobody can begin on any of the five days.
func (w WeekRoom) IsClosed() bool { return w.ClosedDays == 5 }

// Forecast is so many weeks from the first as they are planned now.
func (l Ledger) Forecast(first period.Week, weeks int) []WeekRoom {
	forecast := make([]WeekRoom, weeks)
	for n := range forecast {
		week := first.AddWeeks(n)
		forecast[n] = WeekRoom{Week: week, Capacity: l.Capacity(week), Held: l.Held[week], Free: l.Free(week)}
		for _, day := range week.Days() {
			if _, closed := l.ClosedOn(day); closed && day.IsProgrammeDay() {
				forecast[n].ClosedDays++
			}
		}
	}
	return forecast
}
