package visit

import (
	"net/http"
	"strings"

	"fotfaste/internal/access"
	"fotfaste/internal/casework"
	"fotfaste/internal/fault"
	"fotfaste/internal/ident"
	"fotfaste/internal/web/form"
	"fotfaste/internal/web/layout"
)

// Page is a page action with the one who visits.
type Page func(w http.ResponseWriter, r *http.Request, actor access.Actor) error

// Handler lets only those in who are signed in.
//
//	mux.Handle("GET /work/cases/{case}", visit.Handler(pages.overview))
func Handler(page Page) layout.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		actor, err := Actor(r)
		if err != nil {
			return err
		}
		return page(w, r, actor)
	}
}

// ID is the identity in the address under the name. What is not an identity names
// nothing: NotFound.
func ID(r *http.Request, name string) (ident.ID, error) {
	id, err := ident.Parse(r.PathValue(name))
	if err != nil {
		return "", fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	return id, nil
}

// IDOrDocument is the identity in the address under the name, and whether it is asked
// for as a document, by the ending.
func IDOrDocument(r *http.Request, name, ending string) (id ident.ID, document bool, err error) {
	text, document := strings.CutSuffix(r.PathValue(name), ending)
	if id, err = ident.Parse(text); err != nil {
		err = fault.New(fault.NotFound, "fault.not_found").Because(err)
	}
	return id, document, err
}

// Once is what casework wants of every form that changes a case: its token, and the
// version of the case that it was made from.
func Once(f *form.Form) casework.Form {
	return casework.Form{Token: f.Once(), Version: f.Version()}
}
