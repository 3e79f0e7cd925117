package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"fotfaste/internal/casework"
	"fotfaste/internal/clock"
	"fotfaste/internal/ident"
	"fotfaste/internal/law"
	"fotfaste/internal/letter"
	"fotfaste/internal/store"
	"fotfaste/internal/web"
	"fotfaste/internal/web/locale"
	"fotfaste/internal/web/static"
)

// newOffice is the office on the database, with the machine's own randomness.
func newOffice(db *store.DB, now clock.Clock) *casework.Office {
	return &casework.Office{DB: db, Clock: now, IDs: ident.NewSource(rand.Reader), Law: law.Sweden(), Words: words}
}

// words are the texts that letters are written with.
func words(language string) letter.Words { return locale.For(language) }

// How long a request and its answer may take, and how long those under way get when
// the program is asked to stop.
const (
	readingHead  = 10 * time.Second
	readingBody  = 60 * time.Second
	answering    = 120 * time.Second
	idle         = 120 * time.Second
	lastRequests = 20 * time.Second
)

// serveSite serves the pages at the address until the context ends, and then lets
// the requests under way finish. It says on ready where it serves.
func serveSite(ctx context.Context, address string, o web.Options, ready func(url string)) error {
	files, err := static.Open()
	if err != nil {
		return err
	}
	o.Static = files
	site, err := web.New(o)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("cannot serve at %s: %w", address, err)
	}
	server := &http.Server{
		Handler: site, ReadHeaderTimeout: readingHead, ReadTimeout: readingBody, WriteTimeout: answering, IdleTimeout: idle,
		MaxHeaderBytes: 64 << 10, ErrorLog: slog.NewLogLogger(o.Log.Handler(), slog.LevelWarn),
	}
	stopJobs := keepTime(ctx, o.Office, o.Log)
	defer stopJobs()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	ready("http://" + listener.Addr().String())
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, release := context.WithTimeout(context.WithoutCancel(ctx), lastRequests)
	defer release()
	if err := server.Shutdown(last); err != nil {
		return err
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
