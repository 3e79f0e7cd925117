package cli

import (
	"os"
	"path/filepath"
	"strings"

	"fotfaste/internal/web/locale"
)

// databaseFile is the name of the database in the demo's folder.
const databaseFile = "fotfaste.db"

// databaseAt is where the database is, by --db or by --dir. A file that is not there
// is refused: opening it would make an empty one.
func databaseAt(p *locale.Printer, db, dir string) (string, error) {
	address := db
	if dir != "" { // said on the line, while the database may be said by the environment
		address = filepath.Join(dir, databaseFile)
	}
	if address == "" {
		return "", refuse(p, "command.no_database")
	}
	if strings.Contains(address, "://") {
		return address, nil
	}
	if info, err := os.Stat(address); err != nil || info.IsDir() {
		return "", refuse(p, "command.no_database_file", "Path", address)
	}
	return address, nil
}
