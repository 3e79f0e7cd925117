package simulate

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func TestTwoRunsWriteTheSameBytes(t *testing.T) {
	write := func(seed uint64) map[string][]byte {
		folder := filepath.Join(t.TempDir(), "made", "here")
		if _, err := made(t, Options{Seed: seed, Size: Small}).WriteFiles(folder); err != nil {
			t.Fatal(err)
		}
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string][]byte{}
		for _, e := range entries {
			if files[e.Name()], err = os.ReadFile(filepath.Join(folder, e.Name())); err != nil {
				t.Fatal(err)
			}
			if !json.Valid(files[e.Name()]) {
				t.Errorf("%s is not JSON", e.Name())
			}
		}
		return files
	}
	first, again, other := write(1), write(1), write(2)
	if len(first) < 5 {
		t.Fatalf("%d files", len(first))
	}
	for name, text := range first {
		if !bytes.Equal(text, again[name]) {
			t.Errorf("%s differs between two runs", name)
		}
		if bytes.Equal(text, other[name]) {
			t.Errorf("%s is the same for another seed", name)
		}
	}
}
