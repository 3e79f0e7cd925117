package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"fotfaste/internal/fault"
)

// Tx is one transaction in one municipality. Its methods, one file a subject,
// are the only way to rows.
type Tx struct {
	tx           *sql.Tx
	engine       Engine
	Municipality string
	head         journalHead // the journal's newest entry, once locked
}

// Write runs work in one transaction that holds the municipality: no other write
// happens there meanwhile. An error from work rolls everything back.
func (db *DB) Write(ctx context.Context, municipality string, work func(*Tx) error) error {
	return db.run(ctx, db.writer, municipality, true, work)
}

// Read runs work in one transaction that sees a single moment and changes nothing.
func (db *DB) Read(ctx context.Context, municipality string, work func(*Tx) error) error {
	return db.run(ctx, db.reader, municipality, false, work)
}

func (db *DB) run(ctx context.Context, pool *sql.DB, municipality string, write bool, work func(*Tx) error) error {
	// SQLite's driver opens a write lock for any transaction that is not read-only.
	options := &sql.TxOptions{ReadOnly: !write}
	if db.engine == Postgres && !write {
		options.Isolation = sql.LevelRepeatableRead
	}
	tx, err := pool.BeginTx(ctx, options)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	t := &Tx{tx: tx, engine: db.engine, Municipality: municipality}
	done := false
	defer func() {
		if !done {
			tx.Rollback() // a panic in work, or an error
		}
	}()
	if write {
		if err := t.lockJournal(ctx); err != nil {
			return err
		}
	}
	if err := work(t); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	done = true
	return nil
}

func (t *Tx) sql(query string) string {
	if t.engine == SQLite {
		return rewriteForSQLite(query)
	}
	return query
}

// exec runs a statement and returns how many rows it touched.
func (t *Tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	result, err := t.tx.ExecContext(ctx, t.sql(query), args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// run executes a statement whose count of rows does not matter.
func (t *Tx) run(ctx context.Context, query string, args ...any) error {
	_, err := t.exec(ctx, query, args...)
	return err
}

// scanner is a row that can be read into variables.
type scanner interface{ Scan(...any) error }

// one reads a single row, and says NotFound where there is none.
func one[T any](ctx context.Context, t *Tx, read func(scanner, *T) error, query string, args ...any) (T, error) {
	var value T
	err := read(t.tx.QueryRowContext(ctx, t.sql(query), args...), &value)
	if errors.Is(err, sql.ErrNoRows) {
		return value, fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	return value, err
}

// many reads every row of a query.
func many[T any](ctx context.Context, t *Tx, read func(scanner, *T) error, query string, args ...any) ([]T, error) {
	rows, err := t.tx.QueryContext(ctx, t.sql(query), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var values []T
	for rows.Next() {
		var value T
		if err := read(rows, &value); err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, rows.Err()
}

// count reads a single whole number.
func (t *Tx) count(ctx context.Context, query string, args ...any) (int, error) {
	return one(ctx, t, func(row scanner, n *int) error { return row.Scan(n) }, query, args...)
}

// placeholders adds the values to the arguments and returns their places, for IN.
func placeholders[S ~string](args []any, values []S) (string, []any) {
	places := make([]string, len(values))
	for i, v := range values {
		args = append(args, string(v))
		places[i] = "$" + strconv.Itoa(len(args))
	}
	return strings.Join(places, ", "), args
}

// page adds a page's length and place to the arguments and returns its clause. They
// are arguments like others: in the text they would make a new query of each page.
func page(args *[]any, limit, offset int) string {
	*args = append(*args, limit, offset)
	return "LIMIT $" + strconv.Itoa(len(*args)-1) + " OFFSET $" + strconv.Itoa(len(*args))
}
