package static

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// Prefix is where the files are served.
const Prefix = "/static/"

// ErrNotBuilt says that the binary was compiled before the styles were built.
var ErrNotBuilt = errors.New("the page styles are not built into this binary: run `npm ci && npm run styles`, then build again")

// needed are the files that every page points at.
var needed = []string{"app.css", "app.js"}

type file struct {
	body, gzipped []byte
	contentType   string
}

// Files are the built files with their address.
type Files struct {
	version string // a hash of all of them together
	files   map[string]file
}

// Open reads the files from the binary. It returns ErrNotBuilt when the styles
// were not built before the binary was.
//
//	files, err := static.Open()
//	mux.Handle(static.Prefix, files)
func Open() (*Files, error) {
	inside, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	return open(inside)
}

func open(from fs.FS) (*Files, error) {
	out := &Files{files: map[string]file{}}
	sum := sha256.New()
	err := fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		body, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		sum.Write([]byte(name))
		sum.Write(body)
		f := file{body: body, contentType: mime.TypeByExtension(path.Ext(name))}
		if strings.HasSuffix(name, ".woff2") {
			f.contentType = "font/woff2"
		} else if f.gzipped, err = compress(body); err != nil {
			return err
		}
		out.files[name] = f
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, name := range needed {
		if _, ok := out.files[name]; !ok {
			return nil, ErrNotBuilt
		}
	}
	out.version = hex.EncodeToString(sum.Sum(nil))[:12]
	return out, nil
}

func compress(body []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Address is where a page finds the file: "/static/3f1c…/app.css". On nil Files,
// as in tests of pages, it is the bare name.
func (s *Files) Address(name string) string {
	if s == nil {
		return Prefix + name
	}
	return Prefix + s.version + "/" + name
}

// ServeHTTP serves a file for a year under its own version. Under another version
// (a page from before the last release) it serves what there is now, unkept.
func (s *Files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	version, name, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, Prefix), "/")
	f, ok := s.files[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.contentType)
	h.Set("Cache-Control", "no-cache")
	if version == s.version {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	body := f.body
	if f.gzipped != nil {
		h.Set("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
			body = f.gzipped
		}
	}
	if r.Method == http.MethodHead {
		return
	}
	_, _ = w.Write(body) // the reader went away
}
