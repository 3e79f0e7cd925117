package plan

import (
	"slices"
	"testing"

	"fotfaste/internal/ident"
	"fotfaste/internal/period"
)

func TestNotices(t *testing.T) {
	for _, c := range []struct {
		name     string
		on       string
		ability  *int
		needsSIP bool
		want     []string
	}{
		{"all well", "2026-03-02", hours(30), false, nil},
		{"not assessed", "2026-03-02", nil, false, []string{"plan.notice.ability_unknown"}},
		{"room for more", "2026-03-02", hours(40), false, []string{"plan.notice.below_ability"}},
		{"too much", "2026-03-02", hours(20), false, []string{"plan.notice.over_ability"}},
		{"both municipality and region", "2026-03-02", hours(30), true, []string{"plan.notice.sip"}},
		{"time for review, three weeks before the course ends", "2026-06-01", hours(32), false,
			[]string{"plan.notice.review", "plan.notice.ends_soon"}},
	} {
		var got []string
		for _, n := range whole().Notices(period.MustDay(c.on), c.ability, c.needsSIP) {
			got = append(got, n.Key)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestACoordinatedPlanTakesBothMunicipalityAndRegion(t *testing.T) {
	sectors := map[ident.ID]Sector{"org-municipality": Municipal, "org-school": OtherSector, "clinic": Regional}
	sector := func(id ident.ID) Sector { return sectors[id] }
	p := whole()
	if p.NeedsSIP(sector) {
		t.Error("no part is the region's")
	}
	p.Activities[2].Carrier = "clinic"
	if !p.NeedsSIP(sector) {
		t.Error("municipality and region both carry a part")
	}
}
