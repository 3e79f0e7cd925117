//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// cpuSeconds is what this process has used of the processors. Unlike the time on the wall
// it is hardly touched by what else the machine does.
func cpuSeconds() float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return float64(used.Utime.Nano()+used.Stime.Nano()) / 1e9
}

// peak is the most memory that a process had, in millions of bytes.
func peak(ended *os.ProcessState) float64 {
	used, is := ended.SysUsage().(*syscall.Rusage)
	if !is || runtime.GOOS != "linux" {
		return 0
	}
	return float64(used.Maxrss) * 1024 / 1e6 // Linux counts in units of 1024
}
