package worker

import (
	"strings"
	"time"

	"fotfaste/internal/casefile"
	"fotfaste/internal/period"
	"fotfaste/internal/web/layout"
)

// eventLines are the events as sentences in the reader's language.
func eventLines(f layout.Frame, events []casefile.Event) []layout.Event {
	lines := make([]layout.Event, len(events))
	for i, e := range events {
		pairs := make([]any, 0, 2*len(e.Values))
		for name, value := range e.Values {
			pairs = append(pairs, name, eventValue(f, value, e.At.Year()))
		}
		lines[i] = layout.Event{
			When: f.Instant(e.At), Stamp: e.At.Format(time.RFC3339),
			Text: f.Text("event."+string(e.Kind), pairs...), Detail: e.ActorName,
		}
	}
	return lines
}

// eventValue is a stored value as it is read: a day, a week or a month is one again, and what begins
// with @ is the key of a text. A day of another year than the event's says which.
func eventValue(f layout.Frame, value any, year int) any {
	text, ok := value.(string)
	if !ok {
		return value
	}
	if key, isKey := strings.CutPrefix(text, "@"); isKey {
		return f.Text(key)
	}
	if day, err := period.ParseDay(text); err == nil && day.Year() != year {
		return f.Day(day)
	} else if err == nil {
		return f.ShortDay(day)
	}
	if week, err := period.ParseWeek(text); err == nil {
		return f.Week(week)
	}
	if month, err := period.ParseMonth(text); err == nil {
		return month
	}
	return text
}
