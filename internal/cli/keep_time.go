package cli

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"fotfaste/internal/casework"
)

// between is how often what has fallen due is looked for. Most of it falls due at
// midnight, and nobody waits for it at the door.
const between = 20 * time.Second

// keepTime does what has fallen due, now and then until the context ends or it is
// stopped. The stop waits for what is under way, so that the database can close.
func keepTime(ctx context.Context, office *casework.Office, log *slog.Logger) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(between)
		defer tick.Stop()
		for {
			if err := runJobs(ctx, office); err != nil && ctx.Err() == nil {
				log.ErrorContext(ctx, "what had fallen due could not all be done", slog.Any("error", err))
			}
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	}()
	return func() {
		cancel()
		<-done
	}
}

// runJobs does what has fallen due in every municipality.
func runJobs(ctx context.Context, office *casework.Office) error {
	municipalities, err := office.DB.Municipalities(ctx)
	if err != nil {
		return err
	}
	var failed error
	for _, m := range municipalities {
		if _, err := office.RunDueJobs(ctx, office.Clock.Now(), m.Code); err != nil {
			failed = errors.Join(failed, err)
		}
	}
	return failed
}
