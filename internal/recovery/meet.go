package recovery

import (
	"cmp"
	"slices"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// TakeBack tells how much of a rise of the week meets each of the undecided
// recoveries, the newest first: the latest correction is undone before those under it.
// The recoveries come back changed, those that were not met left out; what nothing was
// left to meet is the rest.
func TakeBack(open []Recovery, week period.Week, rise money.Kronor) (met []Recovery, rest money.Kronor) {
	return meet(open, week, rise, func(r *Recovery, w *Week, rise money.Kronor) money.Kronor {
		if r.Undecided() == 0 {
			return 0
		}
		back := min(rise, w.Stands())
		if w.TakenBack += back; r.Undecided() == 0 {
			r.State, r.Ending = Closed, Corrected
		}
		return back
	})
}

// Justify tells how much of a rise of the week meets what the participant was let keep
// by each recovery, as TakeBack: it was not too much after all. What was decided is
// history and stays as it is.
func Justify(all []Recovery, week period.Week, rise money.Kronor) (met []Recovery, rest money.Kronor) {
	return meet(all, week, rise, func(_ *Recovery, w *Week, rise money.Kronor) money.Kronor {
		right := min(rise, w.Kept())
		w.Justified += right
		return right
	})
}

// meet lets the rise of the week meet the recoveries of it, the newest first, each by
// what one takes of it.
func meet(all []Recovery, week period.Week, rise money.Kronor, one func(*Recovery, *Week, money.Kronor) money.Kronor) (met []Recovery, rest money.Kronor) {
	newest := slices.Clone(all)
	slices.SortFunc(newest, func(a, b Recovery) int {
		return cmp.Or(b.OpenedAt.Compare(a.OpenedAt), cmp.Compare(b.ID, a.ID))
	})
	for _, r := range newest {
		at := slices.IndexFunc(r.Weeks, func(w Week) bool { return w.Week == week })
		if at < 0 {
			continue
		}
		r.Weeks = slices.Clone(r.Weeks)
		if took := one(&r, &r.Weeks[at], rise); took > 0 {
			rise -= took
			met = append(met, r)
		}
	}
	return met, rise
}
