package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/period"
	"fotfaste/internal/store"
)

// How many times the program is killed on each engine; another number by
// FOTFASTE_KILLS_SQLITE and FOTFASTE_KILLS_POSTGRES.
const (
	killsVariable   = "FOTFASTE_KILLS"
	killsOnSQLite   = 40
	killsOnPostgres = 20
	seedVariable    = "FOTFASTE_SEED"
	// killsInATown is how often one database is worked on: its weeks end with the year.
	killsInATown = 50
	// The program is killed so many steps at most after it has begun, and so long at
	// most into the next: a whole turn, from changed facts to the bank's answer, is some
	// fifteen steps, whatever the machine's speed.
	mostSteps   = 24
	longestStep = 30 * time.Millisecond
)

// setting is what the child is told of the town that it works in.
type setting struct {
	Address string
	Outbox  string
	First   period.Week
	Cases   []ident.ID
	Places  []ident.ID
	Life    int // how many the program has had, this one with it
	Seed    uint64
	Finish  bool // work until nothing is left to do, and end
}

const childVariable = "FOTFASTE_TEST_CHILD"

// The program is killed (SIGKILL) at random points of its payment runs, again and
// again, on the same database and outbox. Whenever it is, the ledger balances and has
// no number missing, the journal is whole, no payment is lost and none is doubled; and
// what was begun can be brought to its end.
func TestKilledAtAnyPoint(t *testing.T) {
	if said := os.Getenv(childVariable); said != "" {
		var s setting
		if err := json.Unmarshal([]byte(said), &s); err != nil {
			t.Fatal(err)
		}
		workThrough(t, s)
		return
	}
	seed := uint64(clock.System{}.Now().UnixNano())
	if said := os.Getenv(seedVariable); said != "" {
		var err error
		if seed, err = strconv.ParseUint(said, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%s=%d draws the same again, as far as the machine's own time allows", seedVariable, seed)
	eachAddressMany(t, func(t *testing.T, engine store.Engine, address func(*testing.T) string) {
		kills := map[store.Engine]int{store.SQLite: killsOnSQLite, store.Postgres: killsOnPostgres}[engine]
		if said := os.Getenv(killsVariable + "_" + strings.ToUpper(string(engine))); said != "" {
			var err error
			if kills, err = strconv.Atoi(said); err != nil {
				t.Fatal(err)
			}
		}
		draw := rand.New(rand.NewPCG(seed, uint64(len(engine))))
		var all tallied
		for killed := 0; killed < kills; killed += killsInATown {
			some := min(killsInATown, kills-killed)
			t.Run(fmt.Sprintf("from %d", killed), func(t *testing.T) { all.add(inOneTown(t, address(t), some, draw)) })
		}
		if t.Failed() {
			return
		}
		t.Logf("%s: killed %d times, %d of them with something half done; %d runs attested, %d files sent, %d payments, %d failed and repeated, %d kronor paid; nothing lost, nothing doubled",
			engine, all.kills, all.halfDone, all.runs, all.files, all.payments, all.repeated, all.paid)
	})
}

// inOneTown works in one town with so many kills and then brings it to its end.
func inOneTown(t *testing.T, address string, kills int, draw *rand.Rand) tallied {
	s := settle(t, address)
	var all tallied
	for n := range kills {
		s.Life, s.Seed = n+1, draw.Uint64()
		life(t, s, draw.IntN(mostSteps+1), time.Duration(draw.Int64N(int64(longestStep))))
		all.kills++
		found := examine(t, s, n%10 == 9)
		all.halfDone += found.halfDone
		if t.Failed() {
			t.Fatalf("after kill %d", n+1)
		}
	}
	s.Life, s.Finish = kills+1, true
	life(t, s, 0, 0)
	last := examine(t, s, true)
	last.kills, last.halfDone = all.kills, all.halfDone
	wantNothingLeft(t, s)
	return last
}

// settle builds the town: some participants with a week that is over, one of them
// without an account.
func settle(t *testing.T, address string) setting {
	t.Helper()
	db, err := store.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	town := officetest.New(t, db)
	s := setting{Address: address, Outbox: filepath.Join(t.TempDir(), "outbox")}
	if err := os.Mkdir(s.Outbox, 0o700); err != nil {
		t.Fatal(err)
	}
	for range 4 {
		id, at := town.Started()
		s.Cases, s.Places = append(s.Cases, id), append(s.Places, at)
	}
	s.First = town.Today().Week()
	town.Days(7)
	town.Pays()
	for n, id := range s.Cases {
		town.Reports(id, s.Places[n], s.First, officetest.WholeWeek...)
		if n > 0 {
			town.HasAccount(id, n)
		}
	}
	return s
}

// life is one life of the program: it is killed so long into the step after so many, or
// comes to its end by itself where it is to finish.
func life(t *testing.T, s setting, steps int, into time.Duration) {
	t.Helper()
	said, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(os.Args[0], "-test.run=^TestKilledAtAnyPoint$", "-test.timeout=5m")
	child.Env = append(os.Environ(), childVariable+"="+string(said))
	var wrong bytes.Buffer
	child.Stderr = &wrong
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	reader := bufio.NewReader(out)
	begun, _ := reader.ReadString('\n')
	reached, ended := make(chan bool), make(chan string, 1)
	go func() {
		for range steps {
			if line, err := reader.ReadString('\n'); err != nil || line != aStep {
				rest, _ := io.ReadAll(reader)
				ended <- line + string(rest)
				return
			}
		}
		close(reached)
		var rest bytes.Buffer
		rest.ReadFrom(reader)
		ended <- rest.String()
	}()
	if begun != atWork || s.Finish {
		rest := <-ended
		if err := child.Wait(); err != nil || begun != atWork {
			t.Fatalf("the program did not finish: %v: %s%s%s", err, begun, rest, wrong.String())
		}
		return
	}
	var kill <-chan time.Time
	for killed := false; !killed; {
		select {
		case rest := <-ended:
			t.Fatalf("the program ended by itself: %v: %s%s", child.Wait(), rest, wrong.String())
		case <-reached:
			timer := time.NewTimer(into)
			defer timer.Stop()
			reached, kill = nil, timer.C
		case <-kill:
			killed = true
		}
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	rest := <-ended
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the program was not killed: %v: %s%s", err, rest, wrong.String())
	}
}

// What the program says when it begins, and before each step.
const (
	atWork = "at work\n"
	aStep  = "a step\n"
)
