package layout

import (
	"strings"
	"unicode/utf8"
)

// The menu stands in one row beside the mark, the search field and the reader's name.
// What the row has room for is counted in letters of the menu's size, on the narrowest
// screen that has the row: 1200 points. Narrower ones fold the whole menu.
const (
	rowRoom    = 92 // letters beside the mark and the name
	searchRoom = 20 // of them that the search field takes
	itemRoom   = 3  // around each item
	moreRoom   = 8  // that the disclosure of the rest takes
)

// MenuRow are the items of the menu that stand in the row.
func (f Frame) MenuRow() []Link { return f.Menu[:f.inRow()] }

// MenuMore are the items that the row has no room for, in the disclosure after it; nil
// when there is room for all.
func (f Frame) MenuMore() []Link { return f.Menu[f.inRow():] }

// MoreIsHere tells whether the page is under one of MenuMore.
func (f Frame) MoreIsHere() bool {
	for _, l := range f.MenuMore() {
		if l.Current {
			return true
		}
	}
	return false
}

// inRow is how many items the row holds. A narrow page folds them all in one.
func (f Frame) inRow() int {
	room := rowRoom
	if f.Search != nil {
		room -= searchRoom
	}
	taken, fits := 0, 0
	for _, l := range f.Menu {
		taken += utf8.RuneCountInString(l.Text) + itemRoom
		if taken <= room-moreRoom {
			fits++
		}
	}
	if f.Narrow || taken <= room {
		return len(f.Menu)
	}
	return fits
}

// Initials are the first letters of the reader's first and last name.
func (v Viewer) Initials() string {
	var out []rune
	words := strings.Fields(v.Name)
	for i, word := range words {
		if i == 0 || i == len(words)-1 {
			first, _ := utf8.DecodeRuneInString(word)
			out = append(out, first)
		}
	}
	return string(out)
}
