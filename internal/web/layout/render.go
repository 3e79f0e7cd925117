package layout

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"sync"

	"fotfaste/internal/fault"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Render answers with a page. The template is the role's folder and the stem of
// the file. It is written whole before the first byte is sent, so that an error
// halfway becomes an error page and not half a page.
//
//	return layout.Render(w, r, "worker/plan_agree", layout.Page[planAgree]{
//		Frame: layout.FrameOf(r, "worker.plan_agree.title").With(f), Body: body})
func Render[T any](w http.ResponseWriter, r *http.Request, name string, page Page[T]) error {
	st := stateOf(r)
	t, ok := st.site.templates[name]
	if !ok {
		return fmt.Errorf("no template %s", name)
	}
	page.Flash = st.site.takeFlash(w, r, st)
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if len(page.Problems()) > 0 {
		// The summary of errors stands above the fields but needs their labels: the
		// first time through only gathers them.
		if err := t.ExecuteTemplate(b, "main", page); err != nil {
			return fmt.Errorf("template %s: %w", name, err)
		}
		b.Reset()
	}
	if err := t.ExecuteTemplate(b, "base", page); err != nil {
		return fmt.Errorf("template %s: %w", name, err)
	}
	status := page.Status
	if status == 0 {
		status = http.StatusOK
		if page.Form != nil {
			status = page.Form.Status()
		}
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", st.printer.Tag())
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(b.Bytes()) // the reader went away
	}
	return nil
}

const flashCookie = "fotfaste_flash"

// Done ends an action that went well: the reader is sent on (303) and told there,
// once, what was done. The path must be our own; values that name a person do not
// belong among the pairs, they pass through a cookie.
//
//	return layout.Done(w, r, "/worker/plan/"+id, "worker.plan_agree.done")
func Done(w http.ResponseWriter, r *http.Request, path, key string, pairs ...any) error {
	st := stateOf(r)
	text := fault.T(key, pairs...)
	for name, value := range text.Args {
		text.Args[name] = st.printer.Value(value)
	}
	if n, ok := fault.T(key, pairs...).Args["Count"].(int); ok {
		text.Args["Count"] = n
	}
	raw, err := json.Marshal(text)
	if err != nil {
		return err
	}
	http.SetCookie(w, st.site.cookie(flashCookie, base64.RawURLEncoding.EncodeToString(raw), 120))
	http.Redirect(w, r, LocalPath(path, "/"), http.StatusSeeOther)
	return nil
}

// takeFlash is what Done left, in the reader's language, and clears it. Who writes
// the cookie by hand can only make themselves read one of our own texts.
func (s *Site) takeFlash(w http.ResponseWriter, r *http.Request, st *state) string {
	c, err := r.Cookie(flashCookie)
	if err != nil {
		return ""
	}
	http.SetCookie(w, s.cookie(flashCookie, "", -1))
	raw, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil {
		return ""
	}
	var text fault.Text
	if json.Unmarshal(raw, &text) != nil || !st.printer.Has(text.Key) {
		return ""
	}
	return st.printer.Fault(text)
}

func (s *Site) cookie(name, value string, seconds int) *http.Cookie {
	return &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: seconds,
		HttpOnly: true, Secure: s.Secure, SameSite: http.SameSiteLaxMode,
	}
}
