package compensation_test

import (
	"fmt"

	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

// plain writes a value of an explanation for the golden files.
func plain(value any) string {
	switch v := value.(type) {
	case money.Kronor:
		return fmt.Sprintf("%d kr", v)
	case money.Ore:
		return fmt.Sprintf("%d.%02d kr", v/100, v%100)
	case period.Span:
		if v.From == v.To {
			return v.From.String()
		}
		return v.From.String() + "–" + v.To.String()
	case money.Percent:
		return v.String() + " %"
	}
	return fmt.Sprint(value)
}
