package form

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fotfaste/internal/period"

	"golang.org/x/text/unicode/norm"
)

// Clean is text as it is stored: composed (NFC), with one kind of line break and
// without space around it.
func Clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return strings.TrimSpace(norm.NFC.String(text))
}

// Text is a text of shortest to longest characters, counted as people count them
// and not in bytes. With shortest 0 the field may be left empty.
//
//	reason := f.Text("reason", 20, 2000)
func (f *Form) Text(name string, shortest, longest int) string {
	text := f.Raw(name)
	length := utf8.RuneCountInString(text)
	switch {
	case length == 0 && shortest > 0:
		f.wrong.Add(name, "form.required")
	case length < shortest:
		f.wrong.Add(name, "form.too_short", "Min", shortest, "Length", length)
	case length > longest:
		f.wrong.Add(name, "form.too_long", "Max", longest, "Length", length)
	case strings.ContainsFunc(text, unstorable):
		f.wrong.Add(name, "form.control_characters")
	}
	return text
}

// unstorable are characters that no keyboard makes and that PostgreSQL (NUL) or a
// letter cannot hold.
func unstorable(r rune) bool {
	switch r {
	case '\n', '\t', '\u200c', '\u200d', '\u200e', '\u200f': // joiners and direction marks of Persian, Arabic and others
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
}

// Int is a whole number from least to most. Space between groups of digits is
// allowed, as people write it.
//
//	hours := f.Int("hours", 0, 40)
func (f *Form) Int(name string, least, most int) int {
	n, ok := f.IntIfAny(name, least, most)
	if !ok && f.wrongWith(name) == "" {
		f.wrong.Add(name, "form.required")
	}
	return n
}

// IntIfAny is Int for a field that may be left empty; ok tells that a right number
// was there.
func (f *Form) IntIfAny(name string, least, most int) (n int, ok bool) {
	text := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '−':
			return '-'
		}
		return r
	}, f.Raw(name))
	if text == "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		f.wrong.Add(name, "form.not_a_number")
		return 0, false
	}
	if n < least || n > most {
		f.wrong.Add(name, "form.number_outside", "Min", least, "Max", most)
		return 0, false
	}
	return n, true
}

// noVersion is one that nothing has, so that casework answers it as stale.
const noVersion = -1

// Version is the version of what the form changes, from its hidden field. A form
// without one was not made by our page and is answered as stale.
func (f *Form) Version() int {
	n, err := strconv.Atoi(f.Raw(VersionField))
	if err != nil || n < 1 {
		return noVersion
	}
	return n
}

// Day is a day, required.
//
//	from := f.Day("from")
func (f *Form) Day(name string) period.Day {
	d, ok := f.DayIfAny(name)
	if !ok && f.wrongWith(name) == "" {
		f.wrong.Add(name, "form.required")
	}
	return d
}

// DayIfAny is Day for a field that may be left empty; ok tells that a right day
// was there. 20261126 and 26/11 2026 are not guessed at: only 2026-11-26.
func (f *Form) DayIfAny(name string) (d period.Day, ok bool) {
	text := f.Raw(name)
	if text == "" {
		return 0, false
	}
	d, err := period.ParseDay(text)
	if err != nil {
		f.wrong.Add(name, "form.not_a_day")
		return 0, false
	}
	return d, true
}

// DayWithin is Day held between two days, both allowed.
func (f *Form) DayWithin(name string, from, to period.Day) period.Day {
	d := f.Day(name)
	if f.wrongWith(name) == "" && (d < from || d > to) {
		f.wrong.Add(name, "form.day_outside", "From", from, "To", to)
	}
	return d
}

// Choice is one of the codes, required.
//
//	track := f.Choice("track", "work", "education_language", "health")
func (f *Form) Choice(name string, codes ...string) string {
	v := f.ChoiceIfAny(name, codes...)
	if v == "" && f.wrongWith(name) == "" {
		f.wrong.Add(name, "form.choose")
	}
	return v
}

// ChoiceIfAny is Choice for a field that may be left empty.
func (f *Form) ChoiceIfAny(name string, codes ...string) string {
	v := f.Raw(name)
	if v != "" && !slices.Contains(codes, v) {
		f.wrong.Add(name, "form.not_a_choice")
		return ""
	}
	return v
}

// Choices are the chosen codes of a group of checkboxes, none allowed.
func (f *Form) Choices(name string, codes ...string) []string {
	var out []string
	for _, v := range f.values[name] {
		if !slices.Contains(codes, v) {
			f.wrong.Add(name, "form.not_a_choice")
			return nil
		}
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// Yes tells whether a checkbox was ticked.
func (f *Form) Yes(name string) bool { return f.Raw(name) != "" }

// All are the ticked values of a group of checkboxes as they were sent, each once, for a
// rule that says itself what they may be.
func (f *Form) All(name string) []string {
	var out []string
	for _, v := range f.values[name] {
		if v = Clean(v); v != "" && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
