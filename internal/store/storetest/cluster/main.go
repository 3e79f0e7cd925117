package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"

	"fotfaste/internal/store/storetest"
)

func main() {
	code, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "cluster:", err)
	}
	os.Exit(code)
}

// run carries out the command with the cluster's address in its environment and
// returns the command's own exit code. An address that is already set is kept.
func run(command []string) (int, error) {
	if len(command) == 0 {
		return 2, errors.New("usage: cluster COMMAND [ARGUMENT...]")
	}
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.Env = os.Environ()
	if os.Getenv(storetest.Env) == "" {
		c, err := storetest.StartCluster()
		if err != nil {
			return 1, err
		}
		defer c.Stop() // the folder goes in any case; there is nobody left to tell
		cmd.Env = append(cmd.Env, storetest.Env+"="+c.DSN)
	}
	// The terminal sends Ctrl-C to the command too; we stay to take the server down.
	signal.Ignore(os.Interrupt)
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}
