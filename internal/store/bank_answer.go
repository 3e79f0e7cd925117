package store

import (
	"context"
	"time"

	"fotfaste/internal/ident"
)

// BankAnswer is a status file from the bank, as it was taken in.
type BankAnswer struct {
	ID           ident.ID
	File         ident.ID
	Run          ident.ID // of the file; read with it
	Content      string
	Sum          string // Sum256 of the bytes that came
	Paid, Failed int    // payments that became so by it
	ReceivedAt   time.Time
	ReceivedBy   ident.ID
}

// AddBankAnswer stores an answer. The database refuses the same bytes twice.
func (t *Tx) AddBankAnswer(ctx context.Context, a BankAnswer) error {
	return t.run(ctx, `INSERT INTO bank_answer (municipality, id, file_id, content, sha256, paid, failed, received_at, received_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		t.Municipality, string(a.ID), string(a.File), a.Content, a.Sum, a.Paid, a.Failed, at(a.ReceivedAt), string(a.ReceivedBy))
}

// BankAnswer is the answer with the sum, without its content. NotFound where those
// bytes have not come.
func (t *Tx) BankAnswer(ctx context.Context, sum string) (BankAnswer, error) {
	return one(ctx, t, func(row scanner, a *BankAnswer) error {
		return row.Scan(&a.ID, &a.File, &a.Run, &a.Sum, &a.Paid, &a.Failed, intoTime(&a.ReceivedAt), &a.ReceivedBy)
	}, `SELECT b.id, b.file_id, f.run_id, b.sha256, b.paid, b.failed, b.received_at, b.received_by FROM bank_answer b
		JOIN payment_file f ON f.municipality = b.municipality AND f.id = b.file_id
		WHERE b.municipality = $1 AND b.sha256 = $2`, t.Municipality, sum)
}
