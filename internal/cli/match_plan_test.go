package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A plan is never written over a file that it is made from, by whatever name.
func TestMatchKeepsWhatItReads(t *testing.T) {
	for _, input := range []string{"supply", "capacity", "edges"} {
		for name, other := range map[string]func(file string) (string, error){
			"the same":  func(file string) (string, error) { return file, nil },
			"respelled": func(file string) (string, error) { return filepath.Dir(file) + "/./" + filepath.Base(file), nil },
			"a link":    func(file string) (string, error) { return file + ".link", os.Symlink(file, file+".link") },
			"one file":  func(file string) (string, error) { return file + ".too", os.Link(file, file+".too") },
		} {
			args := matchFiles(t, nil)
			file := args[slices.Index(args, "--"+input)+1]
			plan, err := other(file)
			if err != nil {
				t.Fatal(err)
			}
			code, out, told := run(t, append(args, "--plan", plan, "--language", "en")...)
			kept, err := os.ReadFile(file)
			if code != Refused || out != "" || !strings.Contains(told, "written over "+file) || err != nil || string(kept) != twoAndTwo[input] {
				t.Errorf("%s, %s: exit code %d, %s %s, %q %v", input, name, code, out, told, kept, err)
			}
		}
	}
}

// The plan takes the place of what was there, with its mode and behind its link, and
// leaves nothing beside it, whether it can be written or not.
func TestMatchPlanIsWholeOrNotAtAll(t *testing.T) {
	folder := t.TempDir()
	file, link, full := filepath.Join(folder, "plan.csv"), filepath.Join(folder, "link.csv"), filepath.Join(folder, "full.csv")
	err := errors.Join(os.WriteFile(file, []byte(strings.Repeat("an older plan\n", 99)), 0o640), os.Symlink(file, link),
		os.Mkdir(full, 0o700))
	if err != nil {
		t.Fatal(err)
	}
	matchOf(t, append(matchFiles(t, nil), "--plan", link)...)
	written, err := os.ReadFile(file)
	if err != nil || string(written) != "participant,intervention,quanta,gain\nA,x,2,9\nB,x,1,7\nB,y,1,6\n" {
		t.Errorf("%q %v", written, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v %v", info, err)
	}
	if code, _, told := run(t, append(matchFiles(t, nil), "--plan", full, "--language", "en")...); code != Refused || !strings.Contains(told, full) {
		t.Errorf("exit code %d, %s", code, told)
	}
	broken := errors.New("the disk is full")
	for _, name := range []string{file, filepath.Join(folder, "new.csv")} {
		err := replace(name, func(to io.Writer) error {
			_, err := io.WriteString(to, "half a")
			return errors.Join(err, broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if now, err := os.ReadFile(file); err != nil || string(now) != string(written) {
		t.Errorf("%q %v", now, err)
	}
	matchOf(t, append(matchFiles(t, nil), "--plan", os.DevNull)...)
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%v %v", info, err)
	}
	var left []string
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if got := strings.Join(left, " "); err != nil || got != "full.csv link.csv plan.csv" {
		t.Errorf("%s %v", got, err)
	}
}

// What the nearest would have taken is said where more would have been enough; else that
// there is no room, or that others with the same gain came before.
func TestMatchSaysWhoCameBefore(t *testing.T) {
	for name, c := range map[string]struct{ edges, language, text string }{
		"less":        {"A,x,9\nB,x,7\n", "sv", "7 per kvantum, där det krävs 9."},
		"the same":    {"A,x,7\nB,x,7\n", "sv", "7 per kvantum. Andra som ger lika mycket där kom före."},
		"as much":     {"A,x,7\nB,x,7\n", "en", "7 a quantum. Others who gain as much there came before."},
		"the price":   {"A,x,9\nB,x,7\n", "sv", "7 per kvantum, men rummet räcker inte."},
		"the dearest": {"A,x,9\nB,x,7\n", "en", "7 a quantum, but there is not room enough."},
	} {
		mode := "optimum"
		if name == "less" {
			mode = "stable"
		}
		said := matchOf(t, append(matchFiles(t, map[string]string{"supply": "participant,quanta\nA,1\nB,1\n", "capacity": "intervention,quanta\nx,1\n",
			"edges": "participant,intervention,gain\n" + c.edges}), "--mode", mode, "--language", c.language)...)
		if len(said.Unplaced) != 1 || !strings.HasSuffix(said.Unplaced[0].Text, c.text) {
			t.Errorf("%s: %+v", name, said.Unplaced)
		}
	}
}
