package visittest

import (
	"io/fs"
	"net/http"
	"testing"

	"fotfaste/internal/access"
	"fotfaste/internal/web/layout"
	"fotfaste/internal/web/layout/pagetest"
	"fotfaste/internal/web/visit"
)

// Room is a room of pages, open for visits.
type Room struct {
	bench *pagetest.Bench
	actor access.Actor
}

// Open opens a room: the name of its folder, its templates, and what gives its
// pages their addresses.
//
//	room := visittest.Open(t, "worker", worker.Templates, worker.New(town.Office).Register)
//	room.As(town.Assessor).Get(t, "/work").Must(t, 200)
func Open(t *testing.T, name string, templates fs.FS, register func(*http.ServeMux)) *Room {
	t.Helper()
	room := &Room{}
	mux := http.NewServeMux()
	register(mux)
	room.bench = pagetest.New(t, layout.Options{
		Pages: map[string]fs.FS{name: templates},
		Session: func(next http.Handler) http.Handler {
			return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if !room.actor.Account.IsZero() {
					r = r.WithContext(visit.With(r.Context(), room.actor))
				}
				next.ServeHTTP(w, r)
			})
		},
	}, mux)
	return room
}

// As is the room visited by the actor from now on.
func (r *Room) As(actor access.Actor) *pagetest.Bench {
	r.actor = actor
	return r.bench
}

// AsNobody is the room visited by somebody who is not signed in.
func (r *Room) AsNobody() *pagetest.Bench { return r.As(access.Actor{}) }

// In is the room read in the language from now on.
func (r *Room) In(language string) *Room {
	r.bench.Language = language
	return r
}
