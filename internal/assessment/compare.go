package assessment

// Moved is a theme at two times, or as two people see it.
type Moved struct {
	Theme    Theme
	From, To int
}

// Compare is every theme that both profiles have, in the order of Themes: a rater's
// own from one time to another, or participant against professional. A theme that
// only one has answered is left out, since there is nothing to compare.
func Compare(from, to Profile) []Moved {
	var moves []Moved
	for _, theme := range Themes() {
		a, before := from.Themes[theme]
		b, after := to.Themes[theme]
		if before && after {
			moves = append(moves, Moved{Theme: theme, From: a, To: b})
		}
	}
	return moves
}
