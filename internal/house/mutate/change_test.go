package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const example = `package p

import "strings"

type code string

const paid code = "paid" // a name that is stored

func share(days, of int) int {
	room := make([]int, 0, 12) // mutation: only capacity
	room = append(room, days)
	if days <= 0 || !strings.Contains("a message", "m") {
		return -1
	}
	days += 2
	of++
	return max(days, len(room)) * 0x10 / of
}

var known = false
`

// Every number, comparison, boolean, operator and stored name has its changes; messages
// and imports have none.
func TestChangesIn(t *testing.T) {
	changes, err := changesIn("p.go", []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, c := range changes {
		left := ""
		if c.left {
			left = " left"
		}
		said = append(said, fmt.Sprintf("%d %s>%s%s", c.line, c.was, c.is, left))
	}
	want := []string{
		`7 "paid">"paid~"`,
		"10 0>1 left", "10 0>-1 left", "10 12>13 left", "10 12>11 left",
		"12 <=><", "12 <=>>", "12 0>1", "12 0>-1", "12 ||>&&", "12 !>",
		"13 ->", "13 1>2", "13 1>0",
		"15 +=>-=", "15 2>3", "15 2>1",
		"16 ++>--",
		"17 max>min", "17 *>/", "17 0x10>17", "17 0x10>15", "17 />*",
		"20 false>true",
	}
	if !slices.Equal(said, want) {
		t.Errorf("%q\nwant\n%q", said, want)
	}
}

// A change is made where it says, and nowhere else.
func TestApply(t *testing.T) {
	changes, err := changesIn("p.go", []byte(example))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		changed := strings.Split(string(c.apply([]byte(example))), "\n")
		for i, line := range strings.Split(example, "\n") {
			if differs := changed[i] != line; differs != (i+1 == c.line) {
				t.Errorf("%+v: line %d is %q", c, i+1, changed[i])
			}
		}
		at := changed[c.line-1]
		if !strings.Contains(at, c.is) {
			t.Errorf("%+v: %q", c, at)
		}
	}
}

func TestWhatIsNoGoIsRefused(t *testing.T) {
	if _, err := changesIn("p.go", []byte("package")); err == nil {
		t.Error("no error")
	}
}
