package ledger_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/period"
)

var week = period.MustWeek("2026-W32")

func balances(postings []ledger.Posting) map[ledger.Account]money.Ore {
	sums := map[ledger.Account]money.Ore{}
	for _, p := range postings {
		sums[p.Account] += p.Amount
	}
	return sums
}

// What a change does, in kronor.
func TestChange(t *testing.T) {
	worth := func(base, child money.Kronor) ledger.Worth { return ledger.Worth{Base: base, Child: child} }
	for name, c := range map[string]struct {
		before, now ledger.Worth
		overpaid    money.Kronor
		writtenOff  money.Kronor
		pays        money.Kronor
		want        map[ledger.Account]money.Kronor
	}{
		"the first time": {worth(0, 0), worth(2812, 195), 0, 0, 3007,
			map[ledger.Account]money.Kronor{ledger.CostBase: 2812, ledger.CostChild: 195, ledger.Owed: -3007}},
		"a day more is paid": {worth(2249, 0), worth(2812, 0), 0, 0, 563,
			map[ledger.Account]money.Kronor{ledger.CostBase: 563, ledger.Owed: -563}},
		"a day less is overpaid, and nothing is paid": {worth(2812, 195), worth(2249, 156), 0, 0, 0,
			map[ledger.Account]money.Kronor{ledger.CostBase: -563, ledger.CostChild: -39, ledger.Overpaid: 602}},
		"a rise takes back what the week was overpaid by": {worth(2249, 0), worth(2812, 0), 563, 0, 0,
			map[ledger.Account]money.Kronor{ledger.CostBase: 563, ledger.Overpaid: -563}},
		"and pays the rest": {worth(1687, 0), worth(2812, 0), 562, 0, 563,
			map[ledger.Account]money.Kronor{ledger.CostBase: 1125, ledger.Owed: -563, ledger.Overpaid: -562}},
		"a second fall adds to the first": {worth(2249, 0), worth(1687, 0), 563, 0, 0,
			map[ledger.Account]money.Kronor{ledger.CostBase: -562, ledger.Overpaid: 562}},
		"a child more and a day less, in one week, is one difference": {worth(2812, 0), worth(2249, 700), 0, 0, 137,
			map[ledger.Account]money.Kronor{ledger.CostBase: -563, ledger.CostChild: 700, ledger.Owed: -137}},
		"the same sum in other lines moves the cost alone": {worth(100, 50), worth(50, 100), 0, 0, 0,
			map[ledger.Account]money.Kronor{ledger.CostBase: -50, ledger.CostChild: 50}},
		"a rise is in hand already where it was written off, and is not paid again": {worth(2249, 0), worth(2812, 0), 0, 563, 0,
			map[ledger.Account]money.Kronor{ledger.CostBase: 563, ledger.WrittenOff: -563}},
		"what nobody has decided on is met first, then what was written off, and the rest is paid": {worth(1687, 0), worth(2812, 195), 300, 262, 758,
			map[ledger.Account]money.Kronor{ledger.CostBase: 1125, ledger.CostChild: 195, ledger.Overpaid: -300, ledger.WrittenOff: -262, ledger.Owed: -758}},
		"a small rise leaves what is written off of it": {worth(1687, 0), worth(2249, 0), 0, 1125, 0,
			map[ledger.Account]money.Kronor{ledger.CostBase: 562, ledger.WrittenOff: -562}},
		"a fall adds to what was written off, and is to be decided on": {worth(2249, 0), worth(1687, 0), 0, 563, 0,
			map[ledger.Account]money.Kronor{ledger.CostBase: -562, ledger.Overpaid: 562}},
		"nothing has changed": {worth(2812, 0), worth(2812, 0), 100, 0, 0, nil},
	} {
		change := ledger.Change{Case: "c", Week: week, Before: c.before, Now: c.now, Overpaid: c.overpaid, WrittenOff: c.writtenOff}
		postings, err := change.Postings()
		if err != nil {
			t.Fatal(err)
		}
		if change.Pays() != c.pays {
			t.Errorf("%s: pays %s, want %s", name, change.Pays(), c.pays)
		}
		got := balances(postings)
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		for account, kronor := range c.want {
			if ore, _ := kronor.Ore(); got[account] != ore {
				t.Errorf("%s: %d öre on %s, want %s kronor", name, got[account], account, kronor)
			}
		}
	}
}

// However a week is calculated again and again, with people deciding about what is
// overpaid in between, the ledger balances, its cost is what the week is worth now, and
// nobody is paid more or less than that but for what stands as overpaid, claimed,
// repaid or written off. Whoever has just been paid for the week has exactly what it is
// worth, beside what is to be paid back: no krona comes twice.
func TestTheLedgerFollowsTheNewestCalculation(t *testing.T) {
	kronor := rapid.Custom(func(t *rapid.T) money.Kronor { return money.Kronor(rapid.IntRange(0, 4000).Draw(t, "kronor")) })
	rapid.Check(t, func(t *rapid.T) {
		var all []ledger.Posting
		var before ledger.Worth
		var paid money.Kronor
		keep := func(postings []ledger.Posting, err error) {
			if err != nil {
				t.Fatal(err)
			}
			if len(postings) == 0 {
				return
			}
			if err := (ledger.Entry{ID: "e", Kind: ledger.RunAttested, Postings: postings}).Check(); err != nil {
				t.Fatal(err)
			}
			all = append(all, postings...)
		}
		for range rapid.IntRange(1, 12).Draw(t, "times") {
			standing := balances(all)
			overpaid, claims := money.Kronor(standing[ledger.Overpaid]/100), money.Kronor(standing[ledger.Claims]/100)
			decide := ledger.WeekSum{Case: "c", Week: week, Amount: overpaid}
			switch {
			case overpaid > 0 && rapid.Bool().Draw(t, "decide"):
				if rapid.Bool().Draw(t, "claim") {
					keep(ledger.Claimed(decide))
				} else {
					keep(ledger.Waived(decide))
				}
				continue
			case claims > 0 && rapid.Bool().Draw(t, "repay"):
				back := money.Kronor(rapid.IntRange(1, int(claims)).Draw(t, "part"))
				if rapid.Bool().Draw(t, "in money") {
					keep(ledger.Repaid(ledger.WeekSum{Case: "c", Week: week, Amount: back}))
				} else {
					keep(ledger.ClaimDropped(ledger.WeekSum{Case: "c", Week: week, Amount: back}))
				}
				continue
			}
			change := ledger.Change{Case: "c", Week: week, Before: before, Now: ledger.Worth{Base: kronor.Draw(t, "base"),
				Child: kronor.Draw(t, "child")}, Overpaid: overpaid, WrittenOff: money.Kronor(standing[ledger.WrittenOff] / 100)}
			keep(change.Postings())
			if pays := change.Pays(); pays > 0 {
				sum := ledger.Sum{Case: "c", Amount: pays}
				keep(ledger.Sent(sum))
				if rapid.Bool().Draw(t, "the bank says no first") {
					keep(ledger.Failed(sum))
					keep(ledger.Sent(sum))
				}
				keep(ledger.Paid(sum))
				paid += pays
				now := balances(all)
				if has := -now[ledger.Bank] - now[ledger.Claims]; has != money.Ore(change.Now.Total())*100 {
					t.Fatalf("%d öre in hand of a week worth %+v that has just been paid: %v", has, change.Now, now)
				}
			}
			before = change.Now
		}
		sums := balances(all)
		if sums[ledger.CostBase] != money.Ore(before.Base)*100 || sums[ledger.CostChild] != money.Ore(before.Child)*100 {
			t.Fatalf("cost %v, the week is worth %+v", sums, before)
		}
		if sums[ledger.Overpaid] < 0 || sums[ledger.WrittenOff] < 0 || sums[ledger.Claims] < 0 || sums[ledger.Owed] != 0 || sums[ledger.InTransit] != 0 {
			t.Fatalf("%v", sums)
		}
		repaid := sums[ledger.Bank] + money.Ore(paid)*100
		if back := money.Ore(paid)*100 - repaid - sums[ledger.Overpaid] - sums[ledger.Claims] - sums[ledger.WrittenOff]; back != money.Ore(before.Total())*100 {
			t.Fatalf("paid %s, of which %d öre accounts for %+v: %v", paid, back, before, sums)
		}
	})
}

func TestWhatTheLedgerRefuses(t *testing.T) {
	posting := func(account ledger.Account, amount money.Ore, of ident.ID) ledger.Posting {
		return ledger.Posting{Account: account, Amount: amount, Case: of}
	}
	for name, c := range map[string]struct {
		postings []ledger.Posting
		want     error
	}{
		"nothing at all":          {nil, ledger.ErrEmpty},
		"a posting of nothing":    {[]ledger.Posting{posting(ledger.Bank, 0, "c")}, ledger.ErrNothing},
		"an account of no ledger": {[]ledger.Posting{posting("till", 1, "c"), posting(ledger.Bank, -1, "c")}, ledger.ErrUnknown},
		"about no case":           {[]ledger.Posting{posting(ledger.Owed, 1, ""), posting(ledger.Bank, -1, "c")}, ledger.ErrNobody},
		"out of balance by 1 öre": {[]ledger.Posting{posting(ledger.Owed, 101, "c"), posting(ledger.Bank, -100, "c")}, ledger.ErrUnbalanced},
		"in balance":              {[]ledger.Posting{posting(ledger.Owed, 100, "c"), posting(ledger.Bank, -100, "c")}, nil},
	} {
		if err := (ledger.Entry{Postings: c.postings}).Check(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	most := money.Ore(1) << 62
	if err := (ledger.Entry{Postings: []ledger.Posting{posting(ledger.Owed, most, "c"), posting(ledger.Bank, most, "c")}}).Check(); err == nil {
		t.Error("a sum too large to hold was taken")
	}
	if _, err := ledger.Sent(ledger.Sum{Case: "c", Amount: -1}); err == nil {
		t.Error("a negative payment was sent")
	}
	if _, err := (ledger.Change{Case: "c", Week: week, Overpaid: -1}).Postings(); err == nil {
		t.Error("a negative overpayment was taken")
	}
	if _, err := (ledger.Change{Case: "c", Week: week, WrittenOff: -1}).Postings(); err == nil {
		t.Error("less than nothing was written off")
	}
}

func TestChartSaysWhatItLacks(t *testing.T) {
	chart := ledger.Chart{}
	if got := chart.Missing(); len(got) != len(ledger.Accounts()) {
		t.Errorf("%v", got)
	}
	for i, a := range ledger.Accounts() {
		chart[a] = ledger.Numbered{Number: 1000 + i, Name: string(a)}
	}
	if got := chart.Missing(); got != nil {
		t.Errorf("%v", got)
	}
}
