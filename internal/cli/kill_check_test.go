package cli

import (
	"context"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fotfaste/internal/ident"
	"fotfaste/internal/ledger"
	"fotfaste/internal/money"
	"fotfaste/internal/payment"
	"fotfaste/internal/store"
	"fotfaste/internal/store/storetest"
)

// tallied is what was done and found.
type tallied struct {
	kills, halfDone, runs, files, payments, repeated int
	paid                                             money.Kronor
}

func (a *tallied) add(b tallied) {
	a.kills, a.halfDone, a.runs, a.files = a.kills+b.kills, a.halfDone+b.halfDone, a.runs+b.runs, a.files+b.files
	a.payments, a.repeated, a.paid = a.payments+b.payments, a.repeated+b.repeated, a.paid+b.paid
}

// inFile is the payments that a file asks the bank for.
func inFile(t *testing.T, content []byte) []string {
	t.Helper()
	var read struct {
		IDs []string `xml:"CstmrCdtTrfInitn>PmtInf>CdtTrfTxInf>PmtId>EndToEndId"`
	}
	if err := xml.Unmarshal(content, &read); err != nil {
		t.Fatal(err)
	}
	return read.IDs
}

// examine reads everything that a killed program has left and says what is wrong.
func examine(t *testing.T, s setting, journal bool) tallied {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, s.Address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if journal {
		if _, err := db.VerifyJournals(ctx); err != nil {
			t.Error(err)
		}
	}
	outbox := readOutbox(t, s.Outbox)
	var found tallied
	err = db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		_, unsound, err := tx.VerifyLedger(ctx)
		if err != nil || len(unsound) > 0 {
			t.Errorf("the ledger: %+v, %v", unsound, err)
		}
		if differ, err := tx.Disagreements(ctx); err != nil || len(differ) > 0 {
			t.Errorf("the ledger and the payments: %+v, %v", differ, err)
		}
		runs, err := tx.Runs(ctx, 10_000)
		for _, run := range runs {
			examineRun(ctx, t, tx, run, outbox, &found)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for message := range outbox.content {
		t.Errorf("%s is in the outbox and is no file of ours, or was thrown away", message)
	}
	return found
}

// examineRun holds a run against its weeks and its files against the outbox.
func examineRun(ctx context.Context, t *testing.T, tx *store.Tx, run store.Run, outbox outboxRead, found *tallied) {
	payments, err := tx.PaymentsOf(ctx, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	if run.State == payment.RunProposed {
		found.halfDone = 1
	}
	if run.State != payment.RunAttested {
		return
	}
	found.runs++
	pays := map[ident.ID]money.Kronor{}
	weeks, err := tx.CalculatedFor(ctx, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range weeks {
		pays[w.Case] += w.Pays
	}
	for _, p := range payments {
		found.payments++
		if p.Replaces.IsZero() {
			pays[p.Case] -= p.Amount
		} else {
			found.repeated++
		}
		switch onDisk := outbox.times[strings.ReplaceAll(string(p.ID), "-", "")]; p.State {
		case payment.Sent, payment.Paid, payment.Failed, payment.Again:
			if onDisk != 1 {
				t.Errorf("payment %s is %s and stands %d times in the outbox", p.ID, p.State, onDisk)
			}
		case payment.Due:
			if onDisk != 0 {
				t.Errorf("payment %s is owed and stands %d times in the outbox", p.ID, onDisk)
			}
		default:
			if onDisk > 1 {
				t.Errorf("payment %s is %s and stands %d times in the outbox", p.ID, p.State, onDisk)
			}
			found.halfDone = 1
		}
		if p.State == payment.Paid {
			found.paid += p.Amount
		}
	}
	for of, left := range pays {
		if left != 0 {
			t.Errorf("case %s: what run %s attested and what it pays differ by %s", of, run.ID, left)
		}
	}
	files, err := tx.PaymentFiles(ctx, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		whole, err := tx.PaymentFile(ctx, f.ID)
		if err != nil {
			t.Fatal(err)
		}
		onDisk, is := outbox.content[f.Message]
		switch {
		case f.SentAt != nil && !is:
			t.Errorf("file %s is noted as sent and is not in the outbox", f.Message)
		case is && f.DiscardedAt == nil && onDisk != string(whole.Content):
			t.Errorf("file %s is not in the outbox as it was made", f.Message)
		}
		if f.DiscardedAt == nil {
			delete(outbox.content, f.Message)
		}
		if f.SentAt != nil {
			found.files++
		}
	}
}

// outboxRead is what the bank would find.
type outboxRead struct {
	content map[string]string // by message
	times   map[string]int    // that a payment stands in it
}

func readOutbox(t *testing.T, dir string) outboxRead {
	t.Helper()
	read := outboxRead{map[string]string{}, map[string]int{}}
	paths, err := filepath.Glob(filepath.Join(dir, "*.xml")) // what begins with a point is no file yet
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		read.content[strings.TrimSuffix(filepath.Base(path), ".xml")] = string(content)
		for _, id := range inFile(t, content) {
			if read.times[id]++; read.times[id] > 1 {
				t.Errorf("payment %s stands twice in the outbox", id)
			}
		}
	}
	return read
}

// wantNothingLeft wants every attested krona to be paid, once.
func wantNothingLeft(t *testing.T, s setting) {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, s.Address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Read(ctx, storetest.Municipality.Code, func(tx *store.Tx) error {
		balances, err := tx.Balances(ctx)
		for _, b := range balances {
			if (b.Account == ledger.Owed || b.Account == ledger.InTransit) && b.Amount != 0 {
				t.Errorf("%d hundredths are left on %s", b.Amount, b.Account)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
