package casework_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"fotfaste/internal/casework"
	"fotfaste/internal/casework/officetest"
	"fotfaste/internal/catalogue"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/journal"
	"fotfaste/internal/period"
	"fotfaste/internal/placement"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// How many are in the crowd, and for how many seconds on each engine unless
// FOTFASTE_CROWD says another number.
const (
	crowd         = 200
	crowdSeconds  = 1
	crowdVariable = "FOTFASTE_CROWD"
)

// Two hundred refer, answer, start, end, withdraw, change the room and close at the
// same time. The journal, read from its beginning, makes up the whole ledger: at no
// committed instant is more held of a week than it has. At the end it is the ledger
// that is stored, the placements hold what it says, and nobody stands first in a queue
// whose hours are there.
func TestACrowd(t *testing.T) {
	seconds := crowdSeconds
	if said := os.Getenv(crowdVariable); said != "" {
		var err error
		if seconds, err = strconv.Atoi(said); err != nil {
			t.Fatal(err)
		}
	}
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		town := officetest.New(t, db)
		c := &crowded{town: town, places: []ident.ID{town.Kitchen(30, 20), town.Kitchen(15, 10)}, cases: town.ActiveMany(crowd)}
		over, cancel := context.WithTimeout(context.Background(), time.Duration(seconds)*time.Second)
		defer cancel()
		var all sync.WaitGroup
		for n := range crowd {
			all.Go(func() {
				draw := rand.New(rand.NewPCG(uint64(n), 7))
				for first := true; first || over.Err() == nil; first = false {
					if err := c.act(draw, n, first); fault.CodeOf(err) == fault.Internal {
						t.Errorf("number %d: %v", n, err)
						return
					}
				}
			})
		}
		all.Wait()
		c.checkJournal(t, db)
		t.Logf("%d acts went through of %d", c.went.Load(), c.tried.Load())
	})
}

type crowded struct {
	town        *officetest.Town
	places      []ident.ID
	cases       []ident.ID
	mu          sync.Mutex
	placed      []ident.ID
	tried, went atomic.Int64
}

// act does something at random. Each begins by a referral of their own case.
func (c *crowded) act(draw *rand.Rand, n int, first bool) (err error) {
	ctx, town := context.Background(), c.town
	place := c.places[draw.IntN(len(c.places))]
	c.mu.Lock()
	which := ident.ID("")
	if len(c.placed) > 0 {
		which = c.placed[draw.IntN(len(c.placed))]
	}
	c.mu.Unlock()
	c.tried.Add(1)
	defer func() {
		if err == nil {
			c.went.Add(1)
		}
	}()
	yes := casework.OfferAnswer{Agreed: draw.IntN(4) > 0, Reason: unfit}
	switch what := draw.IntN(12); {
	case first || what < 3 || which == "":
		r := town.Referral(place, 5+5*draw.IntN(4))
		from := town.Today().AddDays(draw.IntN(30))
		to := from.AddDays(draw.IntN(120))
		r.From, r.To = &from, &to
		id, err := town.Refer(ctx, town.CaseManager, c.cases[n], r)
		if err == nil {
			c.mu.Lock()
			c.placed = append(c.placed, id)
			c.mu.Unlock()
		}
		return err
	case what < 5:
		return town.AnswerForProvider(ctx, town.Supervisor, which, yes)
	case what < 7:
		yes.For = placement.Participant
		return town.RecordOfferAnswer(ctx, town.CaseManager, which, yes)
	case what < 8:
		return town.StartPlacement(ctx, town.CaseManager, which, casework.Form{}, town.Today())
	case what < 9:
		return town.EndPlacement(ctx, town.CaseManager, which, casework.PlacementEnd{BrokenOff: true, On: town.Today(), Reason: unfit})
	case what < 10:
		return town.WithdrawPlacement(ctx, town.CaseManager, which, casework.Form{}, unfit)
	case what < 11:
		from := town.Today().AddDays(draw.IntN(60))
		return town.ChangeCapacity(ctx, town.Supervisor, place, casework.Capacity{Places: draw.IntN(40), HoursPerPlace: 10 + 10*draw.IntN(2), From: &from})
	}
	return c.closeOrOpen(ctx, draw, place)
}

func (c *crowded) closeOrOpen(ctx context.Context, draw *rand.Rand, place ident.ID) error {
	v, err := c.town.SeeOwnRoom(ctx, c.town.Supervisor, place)
	if err != nil {
		return err
	}
	for _, closed := range v.Closed {
		if closed.WithdrawnAt == nil {
			return c.town.OpenPeriod(ctx, c.town.Supervisor, place, casework.Form{}, closed.ID)
		}
	}
	from := c.town.Today().AddDays(draw.IntN(20))
	to := from.AddDays(draw.IntN(20))
	_, err = c.town.ClosePeriod(ctx, c.town.Supervisor, place, casework.ClosedPeriod{From: &from, To: &to, Reason: "Stängt"})
	return err
}

func (c *crowded) checkJournal(t *testing.T, db *store.DB) {
	t.Helper()
	ctx, town := context.Background(), c.town
	var entries []journal.Entry
	err := db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) (err error) {
		entries, err = tx.NewestEntries(ctx, 0, 1<<30)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(entries)
	told := map[ident.ID]catalogue.Ledger{}
	for n, id := range c.places {
		told[id] = catalogue.Ledger{Rooms: []catalogue.Room{{From: town.Today().Week() - 9, Places: []int{30, 15}[n], HoursPerPlace: []int{20, 10}[n]}}, Held: map[period.Week]int{}}
	}
	moves := 0
	for _, e := range entries {
		var detail struct {
			Ledger []casework.LedgerMove `json:"ledger"`
		}
		if err := json.Unmarshal([]byte(e.Detail), &detail); err != nil {
			t.Fatal(err)
		}
		for _, m := range detail.Ledger {
			moves++
			l := told[m.Intervention]
			if m.Capacity != nil {
				l.Rooms = slices.DeleteFunc(l.Rooms, func(r catalogue.Room) bool { return r.From >= m.From.Week() })
				l.Rooms = append(l.Rooms, catalogue.Room{From: m.From.Week(), Places: *m.Capacity, HoursPerPlace: 1})
			} else {
				for w := m.From.Week(); w <= m.To.Week(); w++ {
					l.Held[w] += m.Hours
				}
			}
			told[m.Intervention] = l
		}
		for id, l := range told {
			for w, held := range l.Held {
				if held < 0 || held > l.Capacity(w) {
					t.Fatalf("at entry %d of the journal %d hours of %s are held in %v, which has %d", e.Seq, held, id, w, l.Capacity(w))
				}
			}
		}
	}
	if moves < crowd/4 {
		t.Errorf("the journal tells of %d moves of hours only", moves)
	}
	placed := map[ident.ID][]placement.Placement{}
	for _, id := range c.placed {
		p := town.Placement(id)
		placed[p.Intervention] = append(placed[p.Intervention], p)
	}
	for _, id := range c.places {
		v, err := town.SeeIntervention(ctx, town.CaseManager, id)
		if err != nil {
			t.Fatal(err)
		}
		for w := v.Week; w < v.Week+40; w++ {
			held := placement.HeldHours(placed[id], w)
			if v.Ledger.Held[w] != held || told[id].Held[w] != held || told[id].Capacity(w) != v.Ledger.Capacity(w) {
				t.Errorf("%v: the placements hold %d, the ledger %d of %d, the journal %d of %d", w, held,
					v.Ledger.Held[w], v.Ledger.Capacity(w), told[id].Held[w], told[id].Capacity(w))
			}
		}
		if next, day, found := placement.Next(v.Queue, v.Intervention, v.Ledger, town.Today()); found {
			t.Errorf("the first in the queue waits for %d hours and could begin %v", next.Hours, day)
		}
	}
	if _, err := db.VerifyJournals(ctx); err != nil {
		t.Error(err)
	}
}
