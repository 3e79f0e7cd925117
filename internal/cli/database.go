package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// databaseFile is the name of the database in the demo's folder.
const databaseFile = "fotfaste.db"

// databaseAt is where the database is, by --db or by --dir. A file that is not there
// is refused: opening it would make an empty one.
func databaseAt(db, dir string) (string, error) {
	address := db
	if dir != "" { // said on the line, while the database may be said by the environment
		address = filepath.Join(dir, databaseFile)
	}
	if address == "" {
		return "", &RefusedError{errors.New("say which database: --db ADDRESS, or --dir DIR for the demo's")}
	}
	if strings.Contains(address, "://") {
		return address, nil
	}
	if info, err := os.Stat(address); err != nil || info.IsDir() {
		return "", &RefusedError{fmt.Errorf("there is no database file at %s", address)}
	}
	return address, nil
}
