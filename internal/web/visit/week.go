package visit

import (
	"cmp"
	"net/http"
	"slices"

	"fotfaste/internal/attendance"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/period"
	"fotfaste/internal/web/form"
)

// Week is the week in the query of the address, the week of today where there is
// none. What is not a week names nothing: NotFound.
func Week(r *http.Request, today period.Day) (period.Week, error) {
	return weekOr(r.FormValue("week"), today.Week())
}

func weekOr(text string, otherwise period.Week) (period.Week, error) {
	if text == "" {
		return otherwise, nil
	}
	week, err := period.ParseWeek(text)
	if err != nil {
		return 0, fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	return week, nil
}

// DayWords are the words of days in a form, by placement and day: every field of
// casework.DayField that is not left empty.
func DayWords(f *form.Form) []casework.DayWord {
	var words []casework.DayWord
	for name := range f.Query() {
		at, day, is := casework.ParseDayField(name)
		if is && f.Raw(name) != "" {
			words = append(words, casework.DayWord{Placement: at, Day: day, Status: attendance.Status(f.Raw(name))})
		}
	}
	slices.SortFunc(words, func(a, b casework.DayWord) int {
		return cmp.Or(cmp.Compare(a.Placement, b.Placement), cmp.Compare(a.Day, b.Day))
	})
	return words
}
