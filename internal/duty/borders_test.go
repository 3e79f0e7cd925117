package duty

import (
	"slices"
	"testing"

	"fotfaste/internal/casefile"
	"fotfaste/internal/ident"
)

// The words that files and addresses have.
func TestWords(t *testing.T) {
	if got := Kinds(); !slices.Equal(got, []Kind{"motivation_and_ability", "language", "prerequisites_for_seeking_work", "at_workplace", "own_job_search"}) {
		t.Errorf("%v", got)
	}
	if got := Bands(); !slices.Equal(got, []Band{"met", "most", "half", "little", "no_activity"}) {
		t.Errorf("%v", got)
	}
}

// A percent under a border is of the band below.
func TestTheBordersOfTheBands(t *testing.T) {
	for hours, want := range map[Hours]Band{3000: MostOfIt, 2999: HalfOfIt, 2960: HalfOfIt, 2000: HalfOfIt, 1999: LittleOfIt, 1960: LittleOfIt, 1: LittleOfIt} {
		if got := Cover(Whole(40), []Activity{{AtWorkplace, hours}}).Band(); got != want {
			t.Errorf("%s hours of forty: %s", hours, got)
		}
	}
}

// Nobody has more hours in a week than it has.
func TestAWeekHasItsHours(t *testing.T) {
	if MostHours != Whole(168) {
		t.Errorf("%s", MostHours)
	}
	for hours, text := range map[Hours]string{0: "0", 1: "0.01", -1: "-0.01", 9: "0.09", 10: "0.1", 7990: "79.9", -100: "-1"} {
		if hours.String() != text {
			t.Errorf("%d is %s", int64(hours), hours)
		}
	}
	if h, err := ParseHours("x"); h != 0 || err == nil {
		t.Errorf("%s, %v", h, err)
	}
}

// Each main obstacle has its own line, also the first of them.
func TestEveryObstacleHasItsLine(t *testing.T) {
	quarter := QuarterOf(month("2026-10"))
	for i, obstacle := range casefile.Obstacles() {
		lines, _, err := Report(quarter, []PersonMonth{{Person: ident.ID("a"), Month: quarter.First, Obstacle: obstacle}})
		if err != nil || lines[i].Obstacle != obstacle || lines[i].Persons != 1 {
			t.Errorf("%s: %+v, %v", obstacle, lines[i], err)
		}
	}
}
