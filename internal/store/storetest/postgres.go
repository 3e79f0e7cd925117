package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Env names the variable with the DSN of a superuser on a running PostgreSQL. When
// it is empty the test process starts a cluster of its own.
const Env = "FOTFASTE_TEST_POSTGRES"

// Postgres gives the DSN of an empty database that is the test's own. It is
// dropped when the test ends. The test fails where there is no PostgreSQL.
func Postgres(tb testing.TB) string {
	tb.Helper()
	return newDatabase(tb, nil)
}

// PostgresMigrated gives the DSN of a database that is the test's own and already
// has the tables that migrate makes. migrate runs once in a process, on a template
// that every later database is copied from, so all callers in one test package
// hand in the same function. It must close its connections before it returns.
func PostgresMigrated(tb testing.TB, migrate func(dsn string) error) string {
	tb.Helper()
	return newDatabase(tb, migrate)
}

func newDatabase(tb testing.TB, migrate func(dsn string) error) string {
	tb.Helper()
	s, err := server()
	if err != nil {
		tb.Fatalf("a PostgreSQL for the test: %v", err)
	}
	name, err := s.create(migrate)
	if err != nil {
		tb.Fatalf("a database for the test: %v", err)
	}
	tb.Cleanup(func() {
		if err := s.drop(name); err != nil {
			tb.Errorf("drop the test's database: %v", err)
		}
	})
	dsn, err := withDatabase(s.dsn, name)
	if err != nil {
		tb.Fatal(err)
	}
	return dsn
}

// databases is this process's part of a cluster. Its names carry a key on which the
// process holds an advisory lock for as long as it lives: what bears a key that
// nobody holds was left by a process that died, and whoever comes next drops it.
type databases struct {
	dsn     string
	key     int64
	cluster *Cluster // our own, nil where the address was given; held, or its pipe is collected and closed

	mu       sync.Mutex // one statement at a time on the one connection
	conn     *pgx.Conn
	made     int
	template string
	failed   error // of the migration, which is not tried twice
}

var server = sync.OnceValues(func() (*databases, error) {
	if dsn := os.Getenv(Env); dsn != "" {
		s, err := connect(context.Background(), dsn)
		if err != nil {
			return nil, fmt.Errorf("the server in %s: %w", Env, err)
		}
		return s, nil
	}
	c, err := StartCluster()
	if err != nil {
		return nil, err
	}
	s, err := connect(context.Background(), c.DSN)
	if err != nil {
		return nil, err
	}
	s.cluster = c // until the process ends, however it ends
	return s, nil
})

const namePrefix = "fotfaste_test_"

func connect(ctx context.Context, dsn string) (*databases, error) {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return nil, err
	}
	s := &databases{dsn: dsn, key: rand.Int64(), conn: conn}
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", s.key); err != nil {
		return nil, err
	}
	return s, s.sweep(ctx)
}

// sweep drops the databases of processes that are no more.
func (s *databases) sweep(ctx context.Context) error {
	rows, err := s.conn.Query(ctx, "SELECT datname FROM pg_database WHERE starts_with(datname, $1)", namePrefix)
	if err != nil {
		return err
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	for _, name := range names {
		var key int64
		if _, err := fmt.Sscanf(name, namePrefix+"%x_", &key); err != nil || key == s.key {
			continue
		}
		var ours bool
		if err := s.conn.QueryRow(ctx, "SELECT pg_try_advisory_lock($1)", key).Scan(&ours); err != nil {
			return err
		}
		if !ours {
			continue
		}
		if err := s.remove(ctx, name); err != nil {
			return err
		}
		if _, err := s.conn.Exec(ctx, "SELECT pg_advisory_unlock($1)", key); err != nil {
			return err
		}
	}
	return nil
}

func (s *databases) create(migrate func(dsn string) error) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if migrate == nil {
		return s.copyOf("template0")
	}
	if s.template == "" && s.failed == nil {
		s.template, s.failed = s.makeTemplate(migrate)
	}
	if s.failed != nil {
		return "", fmt.Errorf("migrate the template: %w", s.failed)
	}
	return s.copyOf(s.template)
}

func (s *databases) makeTemplate(migrate func(dsn string) error) (string, error) {
	name, err := s.copyOf("template0")
	if err != nil {
		return "", err
	}
	dsn, err := withDatabase(s.dsn, name)
	if err != nil {
		return "", err
	}
	return name, migrate(dsn)
}

func (s *databases) copyOf(template string) (string, error) {
	s.made++
	name := fmt.Sprintf("%s%x_%d", namePrefix, s.key, s.made)
	_, err := s.conn.Exec(context.Background(), "CREATE DATABASE "+name+" TEMPLATE "+template)
	return name, err
}

func (s *databases) drop(name string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.remove(context.Background(), name)
}

// remove drops a database and ends what is still connected to it. Two processes
// may be sweeping at once, so one that is gone already is no error.
func (s *databases) remove(ctx context.Context, name string) error {
	_, err := s.conn.Exec(ctx, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
	return err
}

// withDatabase is the DSN, in either of its two written forms, with another
// database in it.
func withDatabase(dsn, name string) (string, error) {
	if !strings.Contains(dsn, "://") {
		return dsn + " dbname=" + name, nil // the last one said is the one that counts
	}
	u, err := url.Parse(dsn)
	if err != nil {
		return "", fmt.Errorf("the DSN in %s cannot be read", Env)
	}
	u.Path = "/" + name
	q := u.Query()
	q.Del("dbname")
	u.RawQuery = q.Encode()
	return u.String(), nil
}
