package house

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// file is one Go file of the module.
type file struct {
	path   string // from the module's root, with slashes
	room   string // the folder, without "internal/"
	test   bool   // run by tests alone: a test, or in a room made for tests (storetest)
	syntax *ast.File
	lines  int
}

// forTests tells whether the room, or one it stands in, is made for tests.
func forTests(room string) bool {
	for word := range strings.SplitSeq(room, "/") {
		if strings.HasSuffix(word, "test") {
			return true
		}
	}
	return false
}

// imports are the rooms of this module that the file imports.
func (f file) imports() []string {
	var rooms []string
	for _, spec := range f.syntax.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // the parser has accepted it, so it is quoted
		}
		if room, ours := strings.CutPrefix(name, "fotfaste/"); ours {
			rooms = append(rooms, strings.TrimPrefix(room, "internal/"))
		}
	}
	return rooms
}

// outside are the packages of other modules and of the standard library.
func (f file) outside() []string {
	var names []string
	for _, spec := range f.syntax.Imports {
		if name, err := strconv.Unquote(spec.Path.Value); err == nil && !strings.HasPrefix(name, "fotfaste/") {
			names = append(names, name)
		}
	}
	return names
}

var positions = token.NewFileSet()

// root is the folder of go.mod, seen from this package's.
const root = "../.."

// paths are all files of the tree that people write, from the root.
var paths = sync.OnceValues(func() ([]string, error) {
	var found []string
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if name == "node_modules" || name == "dist" || name == "bin" || name == "testdata" ||
				p != root && strings.HasPrefix(name, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		rel, err := filepath.Rel(root, p)
		found = append(found, filepath.ToSlash(rel))
		return err
	})
	return found, err
})

var goFiles = sync.OnceValues(func() ([]file, error) {
	all, err := paths()
	if err != nil {
		return nil, err
	}
	var files []file
	for _, p := range all {
		if path.Ext(p) != ".go" {
			continue
		}
		syntax, err := parser.ParseFile(positions, filepath.Join(root, p), nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files = append(files, file{
			path:   p,
			room:   strings.TrimPrefix(path.Dir(p), "internal/"),
			test:   strings.HasSuffix(p, "_test.go") || forTests(path.Dir(p)),
			syntax: syntax,
			lines:  positions.File(syntax.Pos()).LineCount(),
		})
	}
	if len(files) == 0 {
		return nil, errors.New("no Go files found")
	}
	return files, nil
})

func tree(t *testing.T) []file {
	t.Helper()
	files, err := goFiles()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func read(t *testing.T, p string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, p))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
