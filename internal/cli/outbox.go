package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"fotfaste/internal/web/locale"
)

// putInOutbox writes a file in the folder whole or not at all, and on the disk before
// it returns: under another name first, then renamed. A file of the name with the same
// bytes is left as it is; one with others is an error, and is not touched.
func putInOutbox(p *locale.Printer, dir, name string, content []byte) (path string, err error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return "", refuse(p, "command.no_folder", "Path", dir)
	}
	path = filepath.Join(dir, name)
	switch there, err := os.ReadFile(path); {
	case err == nil && bytes.Equal(there, content):
		return path, syncFolder(dir) // the one who wrote it may have died before this
	case err == nil:
		return "", errors.New(p.Text("command.holds_other", "Path", path))
	case !errors.Is(err, fs.ErrNotExist):
		return "", err
	}
	part, err := os.CreateTemp(dir, "."+name+".*")
	if err != nil {
		return "", err
	}
	defer os.Remove(part.Name()) // gone by then where all went well
	_, err = part.Write(content)
	err = errors.Join(err, part.Sync(), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), path)
	}
	if err != nil {
		return "", err
	}
	return path, syncFolder(dir)
}

// syncFolder puts the folder's names on the disk.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
