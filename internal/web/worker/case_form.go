package worker

import (
	"net/http"
	"strconv"

	"fotfaste/internal/casework"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// caseForm is an empty form that changes the case as it is now.
func caseForm(r *http.Request, h casework.Header) *form.Form {
	return layout.BlankForm(r).Fill(form.VersionField, version(h))
}

func version(h casework.Header) string { return strconv.Itoa(h.Case.Version) }

// actionForm are the hidden fields of a button that changes the case by itself.
func actionForm(f *form.Form, h casework.Header, more ...layout.Hidden) []layout.Hidden {
	return append([]layout.Hidden{{Name: form.OnceField, Value: f.Once()}, {Name: form.VersionField, Value: version(h)}}, more...)
}
