package storetest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
)

// ErrNoServer is returned where the PostgreSQL server programs are not installed.
var ErrNoServer = errors.New("no PostgreSQL server programs found: install them (Debian: apt-get install postgresql), or set " + Env + " to the DSN of a superuser")

// Cluster is a running PostgreSQL in a temporary folder, reached over a socket in
// that folder. Nothing in it outlives the process that started it.
type Cluster struct {
	DSN string // of a superuser, on the database "postgres"
	Dir string

	watcher *exec.Cmd
	alive   io.Closer // the watcher ends the server when this closes
}

// watch makes and starts a server and stands by until its standard input ends,
// which it does when the process holding the other end closes it, exits or is
// killed; then it takes the server down and removes the folder. $1 is the folder,
// $2 the folder of the server programs. What is in the database may be lost at a
// power cut, and that is what makes it fast.
const watch = `
umask 077
dir=$1 bin=$2
if "$bin/initdb" -D "$dir/data" -U fotfaste -A trust -E UTF8 --locale=C --no-sync --no-instructions &&
   "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 start -o "-k '$dir' -h '' -p 5432 \
     -F -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0 \
     -c max_connections=400 -c shared_buffers=64MB -c jit=off -c log_min_messages=fatal"
then echo ready >&3; else echo failed >&3; fi >>"$dir/log" 2>&1
exec 3>&-
cat >/dev/null
"$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1
rm -rf "$dir"
`

// StartCluster starts a PostgreSQL of its own from the installed server programs:
// ErrNoServer where there are none. PostgreSQL refuses to run as root, so for root
// it runs as the user postgres or nobody.
func StartCluster() (*Cluster, error) {
	bin, err := serverPrograms()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "fotfaste-pg-")
	if err != nil {
		return nil, err
	}
	c, err := start(dir, bin)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return c, nil
}

func start(dir, bin string) (*Cluster, error) {
	as, err := unprivileged()
	if err != nil {
		return nil, err
	}
	if as != nil {
		if err := os.Chown(dir, int(as.Uid), int(as.Gid)); err != nil {
			return nil, err
		}
	}
	said, say, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer said.Close()
	defer say.Close()
	cmd := exec.Command("/bin/sh", "-c", watch, "fotfaste-pg", dir, bin)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C", "TZ=UTC"} // nothing of the caller's PG*
	cmd.ExtraFiles = []*os.File{say}
	// A session of its own: Ctrl-C in the terminal is for the tests, and the
	// watcher must be there after them to tidy up.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Credential: as}
	alive, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	say.Close()
	c := &Cluster{Dir: dir, watcher: cmd, alive: alive}
	if word, _ := bufio.NewReader(said).ReadString('\n'); word != "ready\n" {
		log, _ := os.ReadFile(filepath.Join(dir, "log"))
		return nil, errors.Join(fmt.Errorf("PostgreSQL of %s did not start: %s", bin, log), c.Stop())
	}
	c.DSN = (&url.URL{Scheme: "postgres", User: url.User("fotfaste"), Path: "/postgres",
		RawQuery: url.Values{"host": {dir}, "port": {"5432"}}.Encode()}).String()
	return c, nil
}

// Stop takes the server down and removes its folder.
func (c *Cluster) Stop() error {
	if err := c.alive.Close(); err != nil {
		return err
	}
	return c.watcher.Wait()
}

// serverPrograms is the folder with the newest installed server.
func serverPrograms() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	if len(found) == 0 {
		// Other systems have them on the path.
		path, err := exec.LookPath("initdb")
		if err != nil {
			return "", ErrNoServer
		}
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return "", err
		}
		return filepath.Dir(path), nil
	}
	newest := slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })
	return filepath.Dir(newest), nil
}

func version(initdb string) int {
	major, _, _ := strings.Cut(strings.TrimPrefix(initdb, "/usr/lib/postgresql/"), "/")
	n, _ := strconv.Atoi(major) // a folder that is no number is older than any
	return n
}

// unprivileged is whom to run the server as, nil for the user we are.
func unprivileged() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(u.Uid, 10, 32)
		if err != nil {
			return nil, err
		}
		gid, err := strconv.ParseUint(u.Gid, 10, 32)
		if err != nil {
			return nil, err
		}
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
	}
	return nil, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")
}
