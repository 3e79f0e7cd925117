package quarterfile

import (
	"fotfaste/internal/duty"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

// place is where a person may stand once.
type place struct {
	person ident.ID
	month  period.Month
}

// told is what was first said of a place, and on which line.
type told struct {
	line int
	row  duty.PersonMonth
}

// row reads one row. A person's month that is there again counts once where every column
// says the same. It is refused where the rows contradict each other: somebody would be
// counted by chance by the one or the other.
func (f *File) row(columns, fields []string, line int, quarter duty.Quarter, seen map[place]told) error {
	if len(fields) != len(columns) {
		return refused(line, "duty_file.other_width", "Want", len(columns), "Count", len(fields))
	}
	var row duty.PersonMonth
	nothing := 0
	answers := map[string]*bool{assignedColumn: &row.Assigned, reducedColumn: &row.Reduced, deniedColumn: &row.Denied}
	for i, text := range fields {
		switch column := columns[i]; column {
		case personColumn:
			if text == "" {
				return refused(line, "duty_file.no_person")
			}
			row.Person = ident.ID(text)
		case monthColumn:
			month, err := period.ParseMonth(text)
			if err != nil {
				return refused(line, "duty_file.not_a_month")
			}
			row.Month = month
		case obstacleColumn:
			obstacle, is := known().obstacle(text)
			if !is {
				return refused(line, "duty_file.not_an_obstacle")
			}
			row.Obstacle = obstacle
		case genderColumn:
			gender, is := known().gender(text)
			if !is {
				return refused(line, "duty_file.not_a_gender")
			}
			row.Gender = gender
		default:
			yes, is := known().yes(text)
			if !is {
				return refused(line, "duty_file.not_yes_or_no", "Column", column)
			}
			if text == "" {
				nothing++
			}
			*answers[column] = yes
		}
	}
	at := place{row.Person, row.Month}
	first, again := seen[at]
	if again && first.row != row {
		return refused(line, "duty_file.twice", "First", first.line)
	}
	if !again {
		seen[at] = told{line, row}
	}
	if !quarter.Has(row.Month) {
		f.Outside++
		return nil
	}
	if again {
		f.Duplicates++
		return nil
	}
	if row.Obstacle == "" {
		f.Unsaid++
	}
	f.Form.Nothing += nothing
	f.Rows = append(f.Rows, row)
	return nil
}
