package catalogue

import "fotfaste/internal/fault"

// Capacity is the hours per week that the intervention has in all.
func (i Intervention) Capacity() int { return i.Places * i.HoursPerPlace }

// FreeHours is the hours per week that nobody holds, never below 0.
func (i Intervention) FreeHours() int { return max(0, i.Capacity()-i.HeldHours) }

// CanHold tells whether the hours per week fit: nil, or a *fault.Error with code
// Conflict that says how many are free. It is the one rule of room; the store
// asks it again inside the transaction that takes the hours.
func (i Intervention) CanHold(hours int) error {
	switch {
	case hours <= 0:
		return fault.New(fault.Invalid, "catalogue.hold_nothing")
	case !i.Open:
		return fault.New(fault.Conflict, "catalogue.closed", "Name", i.Name)
	case hours > i.FreeHours():
		return fault.New(fault.Conflict, "catalogue.no_room", "Name", i.Name, "Free", i.FreeHours(), "Asked", hours)
	}
	return nil
}

// Hold takes the hours per week, or says as CanHold why not.
func (i Intervention) Hold(hours int) (Intervention, error) {
	if err := i.CanHold(hours); err != nil {
		return i, err
	}
	i.HeldHours += hours
	return i, nil
}

// Release gives the hours per week back. More than is held cannot come back: that
// would be a fault of ours in the counting.
func (i Intervention) Release(hours int) (Intervention, error) {
	if hours < 0 || hours > i.HeldHours {
		return i, fault.New(fault.Internal, "catalogue.released_too_much", "Held", i.HeldHours, "Asked", hours)
	}
	i.HeldHours -= hours
	return i, nil
}

// Resize changes the number of places and their hours per week. It cannot take
// away hours that people already have: *fault.Error with code Conflict.
func (i Intervention) Resize(places, hoursPerPlace int) (Intervention, error) {
	resized := i
	resized.Places, resized.HoursPerPlace = places, hoursPerPlace
	var f fault.Fields
	checkRoom(&f, resized)
	if err := f.Err(); err != nil {
		return i, err
	}
	if resized.Capacity() < i.HeldHours {
		return i, fault.New(fault.Conflict, "catalogue.room_in_use", "Held", i.HeldHours, "Capacity", resized.Capacity())
	}
	return resized, nil
}
