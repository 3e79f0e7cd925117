package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"fotfaste/internal/ident"
	"fotfaste/internal/money"
)

// PaymentFile is a file to the bank as it was made.
type PaymentFile struct {
	ID                             ident.ID
	Run                            ident.ID
	Message                        string // that the bank answers to
	Content                        []byte // read by PaymentFile alone
	Payments                       int
	Total                          money.Kronor
	MadeAt                         time.Time
	MadeBy                         ident.ID
	MadeByName                     string
	SentAt                         *time.Time // nil until the bank has it
	SentBy                         ident.ID
	SentByName                     string
	DiscardedAt                    *time.Time // nil unless it was thrown away
	DiscardedBy                    ident.ID
	DiscardedByName                string
	Paid, Failed, Waiting, Answers int // its payments that the bank has paid, has not, has not said; its answers taken in
}

// IsOpen tells whether the file is neither sent nor thrown away.
func (f PaymentFile) IsOpen() bool { return f.SentAt == nil && f.DiscardedAt == nil }

// Sum256 is the sum by which content is recognised, as it is stored.
func Sum256(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// AddPaymentFile stores a file. The database refuses a second one of a run that is
// neither sent nor thrown away.
func (t *Tx) AddPaymentFile(ctx context.Context, f PaymentFile) error {
	return t.run(ctx, `INSERT INTO payment_file (municipality, id, run_id, message, content, sha256, payments, total, made_at, made_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		t.Municipality, string(f.ID), string(f.Run), f.Message, string(f.Content), Sum256(f.Content), f.Payments, int64(f.Total), at(f.MadeAt), string(f.MadeBy))
}

const fileColumns = `f.id, f.run_id, f.message, f.payments, f.total, f.made_at, f.made_by, m.name, f.sent_at, f.sent_by, coalesce(s.name, ''),
	f.discarded_at, f.discarded_by, coalesce(x.name, ''),
	(SELECT count(*) FROM payment y WHERE y.municipality = f.municipality AND y.file_id = f.id AND y.state = 'paid'),
	(SELECT count(*) FROM payment y WHERE y.municipality = f.municipality AND y.file_id = f.id AND y.state IN ('failed', 'again')),
	(SELECT count(*) FROM payment y WHERE y.municipality = f.municipality AND y.file_id = f.id AND y.state = 'sent'),
	(SELECT count(*) FROM bank_answer b WHERE b.municipality = f.municipality AND b.file_id = f.id)`

const fileFrom = ` FROM payment_file f
	JOIN account m ON m.municipality = f.municipality AND m.id = f.made_by
	LEFT JOIN account s ON s.municipality = f.municipality AND s.id = f.sent_by
	LEFT JOIN account x ON x.municipality = f.municipality AND x.id = f.discarded_by
	WHERE f.municipality = $1`

func readFile(row scanner, f *PaymentFile) error { return row.Scan(f.into()...) }

func (f *PaymentFile) into() []any {
	return []any{&f.ID, &f.Run, &f.Message, &f.Payments, &f.Total, intoTime(&f.MadeAt), &f.MadeBy, &f.MadeByName, intoTimeOrNil(&f.SentAt),
		intoIDOrZero(&f.SentBy), &f.SentByName, intoTimeOrNil(&f.DiscardedAt), intoIDOrZero(&f.DiscardedBy), &f.DiscardedByName,
		&f.Paid, &f.Failed, &f.Waiting, &f.Answers}
}

// PaymentFile is a file with its content. NotFound where there is none; an error where
// the content is not what was made.
func (t *Tx) PaymentFile(ctx context.Context, id ident.ID) (PaymentFile, error) {
	var sum string
	f, err := one(ctx, t, func(row scanner, f *PaymentFile) error {
		var content string
		err := row.Scan(append(f.into(), &content, &sum)...)
		f.Content = []byte(content)
		return err
	}, `SELECT `+fileColumns+`, f.content, f.sha256`+fileFrom+` AND f.id = $2`, t.Municipality, string(id))
	if err == nil && Sum256(f.Content) != sum {
		err = fmt.Errorf("payment file %s is not as it was made: its sum was %s", id, sum)
	}
	return f, err
}

// PaymentFiles are the run's files without their content, the first made first.
func (t *Tx) PaymentFiles(ctx context.Context, run ident.ID) ([]PaymentFile, error) {
	return many(ctx, t, readFile, `SELECT `+fileColumns+fileFrom+` AND f.run_id = $2 ORDER BY f.made_at, f.id`, t.Municipality, string(run))
}

// OpenFile is the run's file that is neither sent nor thrown away. NotFound where
// there is none.
func (t *Tx) OpenFile(ctx context.Context, run ident.ID) (PaymentFile, error) {
	return one(ctx, t, readFile, `SELECT `+fileColumns+fileFrom+` AND f.run_id = $2 AND f.sent_at IS NULL AND f.discarded_at IS NULL`,
		t.Municipality, string(run))
}

// FileByMessage is the file that the bank answers. NotFound where none of ours has the
// message identity.
func (t *Tx) FileByMessage(ctx context.Context, message string) (PaymentFile, error) {
	return one(ctx, t, readFile, `SELECT `+fileColumns+fileFrom+` AND f.message = $2`, t.Municipality, message)
}

// SendFile marks the file sent and its payments with it. False where it is sent or
// thrown away already.
func (t *Tx) SendFile(ctx context.Context, f PaymentFile, by ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE payment_file SET sent_at = $3, sent_by = $4
		WHERE municipality = $1 AND id = $2 AND sent_at IS NULL AND discarded_at IS NULL`, t.Municipality, string(f.ID), at(now), string(by))
	if err != nil || n == 0 {
		return false, err
	}
	n, err = t.exec(ctx, `UPDATE payment SET state = 'sent', changed_at = $3 WHERE municipality = $1 AND file_id = $2 AND state = 'filed'`,
		t.Municipality, string(f.ID), at(now))
	if err == nil && int(n) != f.Payments {
		err = fmt.Errorf("file %s has %d payments, and %d of them were to be sent", f.ID, f.Payments, n)
	}
	return true, err
}

// DiscardFile throws an unsent file away: it is kept, and its payments are due again.
// False where it is sent or thrown away already.
func (t *Tx) DiscardFile(ctx context.Context, id, by ident.ID, now time.Time) (bool, error) {
	n, err := t.exec(ctx, `UPDATE payment_file SET discarded_at = $3, discarded_by = $4
		WHERE municipality = $1 AND id = $2 AND sent_at IS NULL AND discarded_at IS NULL`, t.Municipality, string(id), at(now), string(by))
	if err != nil || n == 0 {
		return false, err
	}
	return true, t.run(ctx, `UPDATE payment SET state = 'due', account_id = NULL, file_id = NULL, changed_at = $3
		WHERE municipality = $1 AND file_id = $2 AND state = 'filed'`, t.Municipality, string(id), at(now))
}
