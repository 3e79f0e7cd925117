package catalogue

import (
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/fault"
)

func TestTheLastHoursGoOnce(t *testing.T) {
	i := greenhouse()
	i.HeldHours = 390
	taken, err := i.Hold(10)
	if err != nil || taken.FreeHours() != 0 {
		t.Fatalf("the last ten hours: %v, %d free", err, taken.FreeHours())
	}
	if _, err := taken.Hold(10); fault.CodeOf(err) != fault.Conflict {
		t.Fatalf("the same hours again: %v", err)
	}
	if i.HeldHours != 390 {
		t.Error("holding changed what was read")
	}
}

func TestWhatCannotBeHeldOrReleased(t *testing.T) {
	closed := greenhouse()
	closed.Open = false
	full := greenhouse()
	full.HeldHours = 400
	hold := func(i Intervention, hours int) error { _, err := i.Hold(hours); return err }
	release := func(i Intervention, hours int) error { _, err := i.Release(hours); return err }
	for _, c := range []struct {
		name string
		err  error
		want fault.Code
	}{
		{"nothing", hold(greenhouse(), 0), fault.Invalid},
		{"less than nothing", hold(greenhouse(), -10), fault.Invalid},
		{"more than all", hold(greenhouse(), 401), fault.Conflict},
		{"of a closed one", hold(closed, 10), fault.Conflict},
		{"of a full one", hold(full, 1), fault.Conflict},
		{"release more than held", release(greenhouse(), 1), fault.Internal},
		{"release less than nothing", release(full, -1), fault.Internal},
	} {
		if got := fault.CodeOf(c.err); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRoomCannotShrinkUnderPeople(t *testing.T) {
	i := greenhouse()
	i.HeldHours = 200
	for _, c := range []struct {
		places, hours int
		want          fault.Code
	}{
		{5, 40, ""},
		{10, 20, ""},
		{4, 40, fault.Conflict},
		{-1, 40, fault.Invalid},
		{5, 0, fault.Invalid},
		{MaxPlaces + 1, 40, fault.Invalid},
	} {
		resized, err := i.Resize(c.places, c.hours)
		if fault.CodeOf(err) != c.want {
			t.Errorf("%d x %d: %v, want %q", c.places, c.hours, err, c.want)
		}
		if err != nil && resized.Capacity() != i.Capacity() {
			t.Errorf("%d x %d: refused, yet changed", c.places, c.hours)
		}
	}
}

// Whatever people do, held hours stay between nothing and the capacity, and free
// and held hours make up the capacity.
func TestRoomIsNeverOverdrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := greenhouse()
		t.Repeat(map[string]func(*rapid.T){
			"hold": func(t *rapid.T) {
				i, _ = i.Hold(rapid.IntRange(-10, 80).Draw(t, "hours"))
			},
			"release": func(t *rapid.T) {
				i, _ = i.Release(rapid.IntRange(-10, 80).Draw(t, "hours"))
			},
			"resize": func(t *rapid.T) {
				i, _ = i.Resize(rapid.IntRange(-1, 15).Draw(t, "places"), rapid.IntRange(0, 41).Draw(t, "hours"))
			},
			"": func(t *rapid.T) {
				if i.HeldHours < 0 || i.HeldHours > i.Capacity() || i.FreeHours()+i.HeldHours != i.Capacity() {
					t.Fatalf("held %d, free %d, capacity %d", i.HeldHours, i.FreeHours(), i.Capacity())
				}
			},
		})
	})
}
