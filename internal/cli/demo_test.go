package cli

import (
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/clock"
	"fotfaste/internal/journal"
	"fotfaste/internal/law"
	"fotfaste/internal/period"
	"fotfaste/internal/simulate"
	"fotfaste/internal/store"
)

func TestTheDemoServesOnLoopbackOnly(t *testing.T) {
	if code, _, said := run(t, "demo", "--addr", "0.0.0.0:0"); code != Refused || !strings.Contains(said, "127.0.0.1") {
		t.Errorf("exit code %d, %q", code, said)
	}
}

func TestTheDemoDoesNotBeginWhereTheLawEnds(t *testing.T) {
	last := law.Sweden().LastKnownDay()
	if _, err := (&demoCommand{Today: last.AddDays(1).String()}).today(); err == nil {
		t.Error("a day was taken for which nothing could be paid")
	}
	if day, err := (&demoCommand{Today: last.String()}).today(); err != nil || day != last {
		t.Errorf("%v, %v", day, err)
	}
	if clock.DayOf(morning(period.MustDay("2026-08-03"))) != period.MustDay("2026-08-03") {
		t.Error("the morning is on another day")
	}
}

var served = regexp.MustCompile(`http://\S+`)

// The demo is made up, serves, keeps what happened in its folder, and goes on there.
func TestDemo(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		ctx, stop := context.WithCancel(t.Context())
		out, told := io.Pipe()
		ended := make(chan int, 1)
		go func() {
			ended <- Main(ctx, []string{"demo", "--addr", "127.0.0.1:0", "--dir", dir, "--size", "small", "--today", "2026-08-03"},
				Env{In: strings.NewReader(""), Out: told, Err: os.Stderr})
			told.Close()
		}()
		url := addressIn(t, out)
		go io.Copy(io.Discard, out)
		for path, want := range map[string]int{"/healthz": 200, "/readyz": 200, "/metrics": 200} {
			answer, err := http.Get(url + path)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != want {
				t.Errorf("%s answered %d, want %d", path, answer.StatusCode, want)
			}
		}
		stop()
		if code := <-ended; code != Fine {
			t.Errorf("exit code %d", code)
		}
	}
}

// A demo that is begun again never goes back: it begins in the morning, or at the last
// that happened in its folder where that is later.
func TestTheDemoDoesNotGoBack(t *testing.T) {
	ctx := t.Context()
	db, err := store.Open(ctx, filepath.Join(t.TempDir(), databaseFile))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	if err := db.AddMunicipality(ctx, store.Municipality{Code: simulate.Code, Name: simulate.Name}); err != nil {
		t.Fatal(err)
	}
	start := morning(period.MustDay("2026-08-03"))
	wantBegins := func(morning, want time.Time) {
		t.Helper()
		if got, err := goesOnAt(ctx, db, morning); err != nil || !got.Equal(want) {
			t.Errorf("it begins %s, %v, want %s", got, err, want)
		}
	}
	wantBegins(start, start)
	moved := start.AddDate(0, 1, 0)
	err = db.Write(ctx, simulate.Code, func(tx *store.Tx) error {
		return tx.Journal(ctx, journal.Entry{At: moved, Kind: journal.Act, Act: "prepare_payments", Ground: "in_office", Detail: "{}"})
	})
	if err != nil {
		t.Fatal(err)
	}
	wantBegins(start, moved)
	wantBegins(moved.Add(time.Hour), moved.Add(time.Hour))
}

// addressIn reads what the program says until it says where it serves.
func addressIn(t *testing.T, out io.Reader) string {
	t.Helper()
	var said strings.Builder
	buffer := make([]byte, 256)
	for {
		n, err := out.Read(buffer)
		said.Write(buffer[:n])
		if url := served.FindString(said.String()); url != "" {
			return url
		}
		if err != nil {
			t.Fatalf("it ended before it served: %v, %q", err, said.String())
		}
	}
}
