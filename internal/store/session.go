package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"time"
)

// Sessions keep who is signed in. A session's token is stored as its hash: who
// reads the table cannot take a session over. They belong to no municipality,
// since before sign-in nobody does, and take no lock.

// Session is the data of the session that has not expired, false where there is none.
func (db *DB) Session(ctx context.Context, token string, now time.Time) ([]byte, bool, error) {
	var text string
	err := db.reader.QueryRowContext(ctx, db.form(`SELECT data FROM session WHERE token = $1 AND expires > $2`),
		hashed(token), at(now)).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	data, err := base64.StdEncoding.DecodeString(text)
	return data, err == nil, err
}

// SaveSession stores or replaces a session, and removes those that have expired.
func (db *DB) SaveSession(ctx context.Context, token string, data []byte, expires, now time.Time) error {
	_, err := db.writer.ExecContext(ctx, db.form(`INSERT INTO session (token, data, expires) VALUES ($1, $2, $3)
		ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires = excluded.expires`),
		hashed(token), base64.StdEncoding.EncodeToString(data), at(expires))
	if err != nil {
		return err
	}
	_, err = db.writer.ExecContext(ctx, db.form(`DELETE FROM session WHERE expires <= $1`), at(now))
	return err
}

// EndSession removes a session.
func (db *DB) EndSession(ctx context.Context, token string) error {
	_, err := db.writer.ExecContext(ctx, db.form(`DELETE FROM session WHERE token = $1`), hashed(token))
	return err
}

func hashed(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// form is the query as the engine wants it.
func (db *DB) form(query string) string { return (&Tx{engine: db.engine}).sql(query) }
