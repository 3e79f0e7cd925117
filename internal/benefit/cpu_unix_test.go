//go:build unix

package benefit_test

import (
	"syscall"
	"time"
)

// cpuTime is what the process has used of the processors. Unlike the time on the wall
// it is hardly touched by what else the machine does.
func cpuTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
