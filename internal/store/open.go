package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	_ "modernc.org/sqlite" // the embedded engine

	"fotfaste/internal/store/migrations"
)

// Engine is one of the two database engines.
type Engine string

const (
	SQLite   Engine = "sqlite"
	Postgres Engine = "postgres"
)

// DB is an open database. It is safe for concurrent use.
type DB struct {
	engine Engine
	writer *sql.DB // SQLite: one connection, so that writers queue in Go and are never told "busy"
	reader *sql.DB
}

// ErrUnknownAddress is returned for a database address of neither engine.
var ErrUnknownAddress = errors.New("a database address is postgres://… or the path of a file")

// Open opens the database at the address: postgres://… or the path of an SQLite
// file, which is made where it is missing. It does not migrate.
func Open(ctx context.Context, address string) (*DB, error) {
	switch {
	case strings.HasPrefix(address, "postgres://"), strings.HasPrefix(address, "postgresql://"):
		return openPostgres(ctx, address)
	case address == "" || strings.Contains(address, "://"):
		return nil, ErrUnknownAddress
	default:
		return openSQLite(ctx, address)
	}
}

func openPostgres(ctx context.Context, address string) (*DB, error) {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		// The parser's own error repeats the address with its password.
		return nil, errors.New("the database address cannot be read")
	}
	config.RuntimeParams["timezone"] = "UTC"
	pool := stdlib.OpenDB(*config)
	pool.SetMaxOpenConns(16)
	pool.SetMaxIdleConns(16)
	pool.SetConnMaxIdleTime(5 * time.Minute)
	db := &DB{engine: Postgres, writer: pool, reader: pool}
	return db, db.ping(ctx)
}

func openSQLite(ctx context.Context, path string) (*DB, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	// The pragmas stand in the address, so that every connection of the pool has
	// them: one set by a statement would reach a single connection.
	open := func(more ...string) (*sql.DB, error) {
		query := url.Values{"_pragma": append([]string{
			"busy_timeout(10000)", "foreign_keys(1)", "journal_mode(WAL)", "synchronous(FULL)",
			"temp_store(2)", "cache_size(-16000)",
		}, more...)}
		query.Set("_txlock", "immediate")
		address := url.URL{Scheme: "file", Path: absolute, RawQuery: query.Encode()}
		return sql.Open("sqlite", address.String())
	}
	writer, err := open()
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	if err := writer.PingContext(ctx); err != nil { // makes the file and sets WAL before any reader comes
		writer.Close()
		return nil, err
	}
	reader, err := open("query_only(1)")
	if err != nil {
		writer.Close()
		return nil, err
	}
	reader.SetMaxOpenConns(4)
	db := &DB{engine: SQLite, writer: writer, reader: reader}
	return db, db.ping(ctx)
}

func (db *DB) ping(ctx context.Context) error {
	if err := db.reader.PingContext(ctx); err != nil {
		db.Close()
		return fmt.Errorf("the database does not answer: %w", err)
	}
	return nil
}

// Analyse lets the database count its rows, by which it chooses among its indexes. It
// is for after a great load; what is written day by day the engines follow themselves.
func (db *DB) Analyse(ctx context.Context) error {
	_, err := db.writer.ExecContext(ctx, `ANALYZE`)
	return err
}

// Engine tells which engine the database is on.
func (db *DB) Engine() Engine { return db.engine }

// Ready is nil when the database answers and is migrated.
func (db *DB) Ready(ctx context.Context) error {
	var n int
	return db.reader.QueryRowContext(ctx, `SELECT count(*) FROM municipality`).Scan(&n)
}

// Close closes every connection.
func (db *DB) Close() error {
	err := db.writer.Close()
	if db.reader != db.writer {
		err = errors.Join(err, db.reader.Close())
	}
	return err
}

// Migrate brings the tables to the newest shape. It is safe to call again and again,
// and on PostgreSQL from several processes at once: they wait for each other.
func (db *DB) Migrate(ctx context.Context) error {
	dialect, files, folder := goose.DialectSQLite3, fs.FS(migrations.SQLite), "sqlite"
	if db.engine == Postgres {
		dialect, files, folder = goose.DialectPostgres, migrations.Postgres, "postgres"
	}
	folderFS, err := fs.Sub(files, folder)
	if err != nil {
		return err
	}
	var options []goose.ProviderOption
	if db.engine == Postgres {
		oneAtATime, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return err
		}
		options = append(options, goose.WithSessionLocker(oneAtATime))
	}
	provider, err := goose.NewProvider(dialect, db.writer, folderFS, options...)
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}
