package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Two participants could share three quanta of one intervention and one of another;
// a third could be nowhere.
var twoAndTwo = map[string]string{
	"supply":   "participant;quanta\nA;2\nB;3\nC;1\nD;0\n",
	"capacity": "intervention,quanta\nx,3\ny,1\nz,5\n",
	"edges":    "participant,intervention,gain\nA,x,9\nA,y,1\nB,x,7\nB,y,6\nD,x,-2\n",
}

// matchFiles writes the files, with some of them replaced, and gives the arguments.
func matchFiles(t *testing.T, replaced map[string]string) []string {
	t.Helper()
	args := []string{"match"}
	for name, text := range twoAndTwo {
		if other, is := replaced[name]; is {
			text = other
		}
		file := filepath.Join(t.TempDir(), name+".csv")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--"+name, file)
	}
	return args
}

// matchSaid is what a machine reads.
type matchSaid struct {
	Mode           string
	Objective      int64
	Assigned       int64 `json:"assigned_quanta"`
	Certificate    string
	Bound          int64
	Gap            float64
	Seconds        *float64
	Prices         map[string]int64                  `json:"shadow_prices"`
	Envy           struct{ Participants, Pairs int } `json:"justified_envy"`
	UnplacedQuanta int64                             `json:"unplaced_quanta"`
	Unplaced       []struct {
		Participant, Reason, Intervention, Text string
		Quanta, Gain, Needed                    int64
	}
	Notes []struct{ Code, Text string }
}

func matchOf(t *testing.T, args ...string) matchSaid {
	t.Helper()
	code, out, told := run(t, append(args, "--json")...)
	var said matchSaid
	if err := json.Unmarshal([]byte(out), &said); err != nil || code != Fine || told != "" || strings.Contains(out, "⟦") || said.Seconds == nil {
		t.Fatalf("exit code %d, %s %s, %v", code, out, told, err)
	}
	return said
}

func TestMatch(t *testing.T) {
	plan := filepath.Join(t.TempDir(), "plan.csv")
	searching := map[string][]string{"whole": {"--rounds", "50"}}
	for mode, want := range map[string]struct {
		objective, quanta int64
		certificate       string
		bound             int64
		pairs             int
		plan              string
	}{
		"optimum": {31, 4, "optimal", 31, 0, "A,x,2,9\nB,x,1,7\nB,y,1,6\n"},
		"stable":  {31, 4, "stable", 31, 0, "A,x,2,9\nB,x,1,7\nB,y,1,6\n"},
		"whole":   {21, 3, "bounded", 25, 1, "B,x,3,7\n"},
	} {
		said := matchOf(t, append(matchFiles(t, nil), append(searching[mode], "--mode", mode, "--plan", plan)...)...)
		if said.Mode != mode || said.Objective != want.objective || said.Assigned != want.quanta || said.Certificate != want.certificate ||
			said.Bound != want.bound || said.Envy.Pairs != want.pairs || said.UnplacedQuanta != 6-want.quanta {
			t.Errorf("%s: %+v", mode, said)
		}
		written, err := os.ReadFile(plan)
		if err != nil || string(written) != "participant,intervention,quanta,gain\n"+want.plan {
			t.Errorf("%s: %q %v", mode, written, err)
		}
	}
}

// Of everybody with quanta left it is said why, and what one quantum more would gain.
func TestMatchExplains(t *testing.T) {
	said := matchOf(t, matchFiles(t, nil)...)
	if len(said.Prices) != 3 || said.Prices["x"] != 7 || said.Prices["y"] != 6 || said.Prices["z"] != 0 {
		t.Errorf("%+v", said.Prices)
	}
	var reasons []string
	for _, u := range said.Unplaced {
		reasons = append(reasons, u.Participant+" "+u.Reason)
	}
	if got := strings.Join(reasons, ", "); got != "B cut_off, C no_edges, D no_quanta" {
		t.Errorf("%s", got)
	}
	if b := said.Unplaced[0]; b.Quanta != 1 || b.Intervention != "x" || b.Gain != 7 || b.Needed != 7 || !strings.Contains(b.Text, "x") {
		t.Errorf("%+v", b)
	}
	var noted []string
	for _, n := range said.Notes {
		noted = append(noted, n.Code)
	}
	if got := strings.Join(noted, " "); got != "negative_gain no_pairs semicolons" {
		t.Errorf("%s", got)
	}
}

func TestMatchInWords(t *testing.T) {
	for language, sentences := range map[string][]string{
		"sv": {"3 insatser med 9 lediga", "Det är bevisat att ingen plan ger mer", "x: ett kvantum till skulle ge 7", "1 deltagare: Det finns ingen insats vars alla villkor är uppfyllda"},
		"en": {"4 participants with 6 quanta", "Placed 4 quanta that gain 31", "Not placed: 2 quanta of 3 participants", "One pair gains less than nothing"},
	} {
		code, out, told := run(t, append(matchFiles(t, nil), "--language", language)...)
		if code != Fine || told != "" || strings.Contains(out, "⟦") {
			t.Fatalf("exit code %d, %s %s", code, out, told)
		}
		for _, sentence := range sentences {
			if !strings.Contains(out, sentence) {
				t.Errorf("%s: no %q in %s", language, sentence, out)
			}
		}
	}
	for mode, searching := range map[string][]string{"whole": {"--rounds", "9", "--seed", "2"}, "stable": nil} {
		code, out, told := run(t, append(matchFiles(t, nil), append(searching, "--mode", mode)...)...)
		if code != Fine || told != "" || strings.Contains(out, "⟦") {
			t.Errorf("%s: exit code %d, %s %s", mode, code, out, told)
		}
	}
}

// Nobody and nothing is an answer, and says so.
func TestMatchNothing(t *testing.T) {
	for _, mode := range []string{"optimum", "whole", "stable"} {
		said := matchOf(t, append(matchFiles(t, map[string]string{"supply": "participant,quanta\n", "capacity": "intervention,quanta\n", "edges": "participant,intervention,gain\n"}), "--mode", mode)...)
		if said.Objective != 0 || said.Prices == nil || said.Unplaced == nil || len(said.Notes) != 2 {
			t.Errorf("%s: %+v", mode, said)
		}
	}
}

// What cannot be right is refused, with the file and the line and without its words.
func TestMatchRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		replaced map[string]string
		args     []string
		told     string
	}{
		"a pair twice":      {map[string]string{"edges": twoAndTwo["edges"] + "A,x,8\n"}, nil, "edges.csv, line 7: The same participant"},
		"an unknown one":    {map[string]string{"edges": twoAndTwo["edges"] + "secret,x,8\n"}, nil, "edges.csv, line 7: The participant is not"},
		"an empty file":     {map[string]string{"capacity": ""}, nil, "capacity.csv, line 1: The file is empty"},
		"below zero":        {map[string]string{"supply": "participant,quanta\nA,-2\n"}, nil, "supply.csv, line 2: The column quanta is below zero"},
		"seconds":           {nil, []string{"--seconds", "-1"}, "--seconds"},
		"no number":         {nil, []string{"--mode", "whole", "--seconds", "NaN"}, "--seconds has to be a number of seconds"},
		"without end":       {nil, []string{"--mode", "whole", "--seconds", "Inf"}, "--seconds has to be a number of seconds"},
		"without beginning": {nil, []string{"--mode", "whole", "--seconds=-Inf"}, "--seconds has to be a number of seconds"},
		"rounds":            {nil, []string{"--rounds", "-1"}, "--rounds"},
		"rounds alone":      {nil, []string{"--rounds", "9"}, "--rounds is for --mode whole alone"},
		"seconds alone":     {nil, []string{"--seconds", "5"}, "--seconds is for --mode whole alone"},
		"seed of stable":    {nil, []string{"--mode", "stable", "--seed", "1"}, "--seed is for --mode whole alone"},
		"a seed below zero": {nil, []string{"--mode", "whole", "--seed", "-1"}, `--seed: "-1" is not a whole number`},
		"the plan a folder": {nil, []string{"--plan", t.TempDir()}, "the plan cannot be written"},
		"no such file":      {nil, []string{"--edges", "nowhere.csv"}, "nowhere.csv"},
		"a folder":          {nil, []string{"--supply", t.TempDir()}, "cannot be read"},
		"nowhere to write":  {nil, []string{"--plan", filepath.Join(t.TempDir(), "no", "plan.csv")}, "plan.csv"},
		"no way to place":   {nil, []string{"--mode", "best"}, "--mode"},
		"a mode left empty": {nil, []string{"--mode="}, "--mode"},
	} {
		code, out, told := run(t, append(append(matchFiles(t, c.replaced), "--language", "en"), c.args...)...)
		if code != Refused || out != "" || !strings.Contains(told, c.told) || strings.Contains(told, "secret") {
			t.Errorf("%s: exit code %d, %s %s", name, code, out, told)
		}
	}
}
