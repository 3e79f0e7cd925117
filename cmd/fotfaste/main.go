package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"fotfaste/internal/cli"
)

func main() { os.Exit(run()) }

func run() int {
	// The first Ctrl-C, or the service manager's request, ends a server gracefully.
	// A second one is no longer caught and ends the program at once.
	ctx, release := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer release()
	context.AfterFunc(ctx, release)
	return cli.Main(ctx, os.Args[1:], cli.Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
}
