package catalogue

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"fotfaste/internal/period"
)

// changed is the greenhouse with every aspect otherwise.
func changed() Intervention {
	no := false
	i := greenhouse()
	i.Name, i.Provider, i.Purpose, i.Contact = "Odlingen", "meadow", "Odla", "Växeln"
	i.Kind, i.Theme, i.Category = Occupation, SocialContext, OccupationPlace
	i.StepFrom, i.LeadsTo, i.HoursFrom, i.Locality = 2, 6, 5, "Lambohov"
	i.Tongues = []Tongue{Arabic}
	i.LanguageSupport, i.SupervisionOnSite, i.Municipal = true, true, false
	i.Start, i.StartDays, i.MaxWeeks = Cohort, []period.Day{day("2026-08-17")}, 13
	i.PriceModel, i.Price, i.Evidence, i.Open = PerHour, 300, "ips", false
	i.Criteria = Criteria{Age: &Range{18, 30}, Ability: &Range{0, 20}, Swedish: NoLimits, MainCauses: []MainCause{SocialReasons},
		Localities: []string{"Lambohov"}, Decisions: []Decision{LSS}, EnrolledAF: &no, Excludes: []Group{FullSickLeave}, NotWith: []id{"walks"}}
	return i
}

// Everything that an intervention says is an aspect, its room and identity apart, and so
// is in its history.
func TestEverythingThatIsSaidIsInTheHistory(t *testing.T) {
	if got := Differences(greenhouse(), changed()); !slices.Equal(got, Aspects()) {
		t.Errorf("%v, want %v", got, Aspects())
	}
	text, err := json.Marshal(greenhouse())
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]any
	if err := json.Unmarshal(text, &fields); err != nil {
		t.Fatal(err)
	}
	inOne := map[string]Aspect{"step_from": "steps", "step_to": "steps", "hours_from": "hours", "hours_to": "hours", "price_model": "price", "criteria": "age"}
	for name := range fields {
		a := Aspect(name)
		if one, found := inOne[name]; found {
			a = one
		}
		if isRoom := slices.Contains([]string{"id", "places", "hours_per_place", "held_hours"}, name); isRoom == slices.Contains(Aspects(), a) {
			t.Errorf("%s: room %v", name, isRoom)
		}
	}
}

func TestThePrintChangesWithWhatIsSaid(t *testing.T) {
	same := greenhouse()
	same.Places, same.StartDays = 3, []period.Day{}
	if same.Print() != greenhouse().Print() || len(Differences(same, greenhouse())) != 0 {
		t.Error("room or an empty list is taken for something said")
	}
	if changed().Print() == greenhouse().Print() {
		t.Error("a change leaves the print")
	}
}

// A provider changes what is its own to say, and nothing else.
func TestWhatAProviderMayChange(t *testing.T) {
	kept := greenhouse().KeptByProvider(changed())
	for _, a := range Differences(greenhouse(), kept) {
		if !a.ByProvider() {
			t.Errorf("the provider changed %s", a)
		}
	}
	for _, a := range Differences(kept, changed()) {
		if a.ByProvider() {
			t.Errorf("the provider could not change %s", a)
		}
	}
	if kept.ID != "greenhouse" || kept.Places != greenhouse().Places || kept.HoursPerPlace != greenhouse().HoursPerPlace {
		t.Errorf("%+v", kept)
	}
	if got := changed().WithRoomOf(greenhouse()); !reflect.DeepEqual(got.KeptByProvider(changed()), changed()) {
		t.Errorf("with its own room again it is another: %+v", got)
	}
	if Aspect("luck").ByProvider() {
		t.Error("an aspect that is none")
	}
}

func TestWhatIsOld(t *testing.T) {
	said := day("2026-03-02")
	for days, want := range map[int]bool{0: false, 90: false, 91: true} {
		if IsStale(said, said.AddDays(days)) != want {
			t.Errorf("after %d days: %v", days, !want)
		}
	}
}
