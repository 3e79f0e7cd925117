package storetest

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

func query[T any](t *testing.T, dsn, sql string, args ...any) T {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var v T
	if err := conn.QueryRow(t.Context(), sql, args...).Scan(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

const countTables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"

var migrations atomic.Int32 // of the process, as the template is

func TestEveryTestHasADatabaseOfItsOwn(t *testing.T) {
	migrate := func(dsn string) error {
		migrations.Add(1)
		conn, err := pgx.Connect(context.Background(), dsn)
		if err != nil {
			return err
		}
		_, err = conn.Exec(context.Background(), "CREATE TABLE place (hours int)")
		return errors.Join(err, conn.Close(context.Background()))
	}
	t.Run("tests", func(t *testing.T) {
		for range 4 {
			t.Run("migrated", func(t *testing.T) {
				t.Parallel()
				dsn := PostgresMigrated(t, migrate)
				if n := query[int](t, dsn, "WITH one AS (INSERT INTO place VALUES (10) RETURNING 1) SELECT count(*) FROM one"); n != 1 {
					t.Fatalf("inserted %d rows", n)
				}
				if n := query[int](t, dsn, "SELECT count(*) FROM place"); n != 1 {
					t.Fatalf("the table holds %d rows, want the test's own one", n)
				}
			})
			t.Run("empty", func(t *testing.T) {
				t.Parallel()
				if n := query[int](t, Postgres(t), countTables); n != 0 {
					t.Fatalf("an empty database has %d tables", n)
				}
			})
		}
	})
	if n := migrations.Load(); n != 1 {
		t.Errorf("the template was migrated %d times, want once", n)
	}
}

func TestADatabaseIsGoneAfterItsTest(t *testing.T) {
	var dsn string
	t.Run("one", func(t *testing.T) { dsn = Postgres(t) })
	if conn, err := pgx.Connect(t.Context(), dsn); err == nil {
		conn.Close(t.Context())
		t.Fatal("the database of a test that has ended still answers")
	}
}

func TestWhatADeadProcessLeftIsSwept(t *testing.T) {
	s, err := server()
	if err != nil {
		t.Fatal(err)
	}
	dead, err := connect(t.Context(), s.dsn)
	if err != nil {
		t.Fatal(err)
	}
	name, err := dead.create(nil)
	if err != nil {
		t.Fatal(err)
	}
	const exists = "SELECT count(*) FROM pg_database WHERE datname = $1"
	sweep := func() int {
		other, err := connect(t.Context(), s.dsn)
		if err != nil {
			t.Fatal(err)
		}
		defer other.conn.Close(context.Background())
		return query[int](t, s.dsn, exists, name)
	}
	if n := sweep(); n != 1 {
		t.Fatal("the database of a living process was swept away")
	}
	pid := dead.conn.PgConn().PID()
	if err := dead.conn.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	// The server lets go of the lock when the session's process has ended.
	query[bool](t, s.dsn, "SELECT pg_terminate_backend($1, 10000)", pid)
	if n := sweep(); n != 0 {
		t.Fatal("the database of a dead process is still there")
	}
}

func TestDSNInEitherForm(t *testing.T) {
	for dsn, want := range map[string]string{
		"postgres://u:p@h:5433/postgres?sslmode=disable": "other",
		"host=/tmp user=u dbname=postgres":               "other",
		"postgres:///?host=/tmp&dbname=postgres&user=u":  "other",
	} {
		got, err := withDatabase(dsn, "other")
		if err != nil {
			t.Fatal(err)
		}
		c, err := pgx.ParseConfig(got)
		if err != nil {
			t.Fatal(err)
		}
		if c.Database != want || c.User != "u" {
			t.Errorf("%s became %s: database %q, user %q", dsn, got, c.Database, c.User)
		}
	}
}

// TestTheServerEndsWithItsProcess kills a process that has started a cluster. The
// pipe that the child, its watcher and its server all inherit comes to its end
// when the last of them is gone.
func TestTheServerEndsWithItsProcess(t *testing.T) {
	if os.Getenv("FOTFASTE_TEST_CHILD") != "" {
		c, err := StartCluster()
		if err != nil {
			t.Fatal(err)
		}
		os.Stdout.WriteString(c.Dir + "\n")
		select {} // until killed
	}
	gone, held, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer gone.Close()
	child := exec.Command(os.Args[0], "-test.run=^TestTheServerEndsWithItsProcess$")
	child.Env = append(os.Environ(), "FOTFASTE_TEST_CHILD=1")
	child.ExtraFiles = []*os.File{held, held} // the child gives its 3 another use, and 4 is passed on
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	held.Close()
	var dir strings.Builder
	one := make([]byte, 1)
	for !strings.HasSuffix(dir.String(), "\n") {
		if _, err := out.Read(one); err != nil {
			t.Fatalf("the child said %q: %v", dir.String(), err)
		}
		dir.Write(one)
	}
	folder := strings.TrimSpace(dir.String())
	if _, err := os.Stat(folder); err != nil {
		t.Fatal(err)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait() // it was killed, which is what it says
	if _, err := io.Copy(io.Discard, gone); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("the folder of a killed process is still there: %v", err)
	}
}
