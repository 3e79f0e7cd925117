package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"fotfaste/internal/assessment"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/ident"
)

// assessed reads what the newest joint assessment says of each: the two raters' profiles
// put together.
func (t *Tx) assessed(ctx context.Context, c *candidates) error {
	type round struct {
		at   time.Time
		both map[assessment.Rater]assessment.Profile
	}
	newest := map[ident.ID]round{}
	_, err := many(ctx, t, func(row scanner, _ *struct{}) error {
		var of ident.ID
		var rater assessment.Rater
		var begun time.Time
		var profile assessment.Profile
		if err := row.Scan(&of, &rater, intoTime(&begun), asJSON{&profile}); err != nil {
			return err
		}
		if r, has := newest[of]; !has || begun.After(r.at) {
			newest[of] = round{begun, map[assessment.Rater]assessment.Profile{rater: profile}}
		} else if begun.Equal(r.at) {
			r.both[rater] = profile
		}
		return nil
	}, `SELECT c.id, x.rater, x.started_at, x.profile FROM programme_case c
		JOIN assessment x ON x.municipality = c.municipality AND x.case_id = c.id `+c.where+`
		AND x.instrument = '`+assessment.JointAssessment+`' AND x.completed_at IS NOT NULL`, c.args...)
	for of, r := range newest {
		x := c.of(of)
		together := assessment.Together(r.both[assessment.Participant], r.both[assessment.Professional])
		x.Facts.MainCause = catalogue.MainCause(together.MainCause)
		if together.Swedish != assessment.SwedishUnknown {
			x.Facts.Swedish = catalogue.SwedishLevel(together.Swedish)
		}
		x.Barriers, x.Assessed = together.Barriers, true
		if !slices.Contains(x.Barriers, assessment.Habits) { // asked about, and not named by either
			x.Facts.Groups[catalogue.SeriousAddiction] = false
		}
		if together.Wishes != x.Wish {
			x.Wish = strings.TrimSpace(x.Wish + " " + together.Wishes)
		}
	}
	return err
}
