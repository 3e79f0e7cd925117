package static

import (
	"errors"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func built() fstest.MapFS {
	return fstest.MapFS{
		".gitkeep": {}, "app.css": {Data: []byte("body{margin:0}")}, "app.js": {Data: []byte("1")}, "inter.woff2": {Data: []byte("wOF2")},
	}
}

func TestWithoutStylesItSaysWhatToDo(t *testing.T) {
	_, err := open(fstest.MapFS{".gitkeep": {}})
	if !errors.Is(err, ErrNotBuilt) || !strings.Contains(err.Error(), "npm run styles") {
		t.Error(err)
	}
}

func TestFilesAreKeptUnderTheirContent(t *testing.T) {
	files, err := open(built())
	if err != nil {
		t.Fatal(err)
	}
	address := files.Address("app.css")
	changed := built()
	changed["app.css"].Data = []byte("body{margin:1px}")
	other, err := open(changed)
	if err != nil {
		t.Fatal(err)
	}
	if other.Address("app.css") == address {
		t.Error("the address does not change with the content")
	}
	for _, c := range []struct {
		path, kind, cache string
		status            int
	}{
		{address, "text/css; charset=utf-8", "public, max-age=31536000, immutable", 200},
		{files.Address("inter.woff2"), "font/woff2", "public, max-age=31536000, immutable", 200},
		{"/static/anotherversion/app.css", "text/css; charset=utf-8", "no-cache", 200},
		{"/static/app.css", "", "", 404},
		{files.Address("../static.go"), "", "", 404},
		{files.Address(".gitkeep"), "", "", 404},
	} {
		w := httptest.NewRecorder()
		files.ServeHTTP(w, httptest.NewRequest("GET", c.path, nil))
		if w.Code != c.status {
			t.Errorf("%s: %d", c.path, w.Code)
		}
		if c.status == 200 && (w.Header().Get("Content-Type") != c.kind || w.Header().Get("Cache-Control") != c.cache) {
			t.Errorf("%s: %v", c.path, w.Header())
		}
	}
	r := httptest.NewRequest("GET", address, nil)
	r.Header.Set("Accept-Encoding", "gzip, br")
	w := httptest.NewRecorder()
	files.ServeHTTP(w, r)
	if w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("Vary") != "Accept-Encoding" {
		t.Error(w.Header())
	}
}

func TestPagesCanBeTestedWithoutFiles(t *testing.T) {
	var none *Files
	if none.Address("app.css") != "/static/app.css" {
		t.Error(none.Address("app.css"))
	}
}
