package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"

	"fotfaste/internal/clock"
)

// took is what a command needed.
type took struct {
	Seconds float64 `json:"seconds"`
	User    float64 `json:"user_seconds"`
	System  float64 `json:"system_seconds"`
	Peak    float64 `json:"peak_mb"` // millions of bytes; 0 where the system does not tell
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: measure FILE COMMAND [ARGUMENT...]")
		os.Exit(2)
	}
	code, err := run(os.Args[1], os.Args[2:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "measure:", err)
	}
	os.Exit(code)
}

// run carries out the command and returns its exit code.
func run(file string, command []string) (int, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	begun := clock.System{}.Now()
	err := cmd.Run()
	ended := clock.System{}.Now()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return 1, err
	}
	said, err := json.Marshal(took{
		Seconds: ended.Sub(begun).Seconds(),
		User:    cmd.ProcessState.UserTime().Seconds(),
		System:  cmd.ProcessState.SystemTime().Seconds(),
		Peak:    peak(cmd.ProcessState),
	})
	if err == nil {
		err = os.WriteFile(file, append(said, '\n'), 0o600)
	}
	return cmd.ProcessState.ExitCode(), err
}
