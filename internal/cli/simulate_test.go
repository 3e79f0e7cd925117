package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestSimulatePrintsTheCountsOfTheSource(t *testing.T) {
	folder := t.TempDir()
	code, out, err := run(t, "simulate", "--size", "linkoping", "--seed", "1", "--json", folder)
	if code != Fine {
		t.Fatalf("exit code %d, %s", code, err)
	}
	var s struct {
		Adults int
		Places struct {
			Work       int `json:"work_oriented"`
			Group      int `json:"municipal_group"`
			Occupation int
			Total      int
		}
		Mapped struct {
			Total, Women, Men int
			Long              int `json:"two_years_or_more"`
			Ability           struct {
				Full   int `json:"up_to_40"`
				Middle int `json:"from_10_to_30"`
				Low    int `json:"under_10"`
			}
			Ill struct{ None, One, Both int } `json:"ill_health"`
		}
	}
	if err := json.Unmarshal([]byte(out), &s); err != nil {
		t.Fatal(err)
	}
	got := []int{s.Adults, s.Places.Work, s.Places.Group, s.Places.Occupation, s.Places.Total,
		s.Mapped.Total, s.Mapped.Women, s.Mapped.Men, s.Mapped.Long, s.Mapped.Ability.Full,
		s.Mapped.Ability.Middle, s.Mapped.Ability.Low, s.Mapped.Ill.None, s.Mapped.Ill.One, s.Mapped.Ill.Both}
	want := []int{4000, 430, 345, 490, 1265, 806, 492, 313, 524, 244, 314, 248, 275, 344, 187}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("count %d is %d, want %d", i, got[i], want[i])
		}
	}
	written, e := os.ReadFile(filepath.Join(folder, "summary.json"))
	if e != nil || string(written) != out {
		t.Errorf("summary.json is not what was printed (%v)", e)
	}
}

func TestSimulateRefusesWhatItCannotMake(t *testing.T) {
	for _, args := range [][]string{
		{"--size", "huge"}, {"--seed", "-1"}, {"--seed", "one"}, {"--day", "20 November"}, {"--persons", "7"},
	} {
		if code, out, err := run(t, append([]string{"simulate"}, args...)...); code != Refused || out != "" || err == "" {
			t.Errorf("%q: exit code %d, out %q, err %q", args, code, out, err)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, err := run(t, "simulate", "--size", "small", "--json", file); code != Wrong || err == "" {
		t.Errorf("a file in the way: exit code %d, %q", code, err)
	}
}
