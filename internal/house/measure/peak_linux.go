package main

import (
	"os"
	"syscall"
)

// peak is the most memory that the process had, in millions of bytes.
func peak(ended *os.ProcessState) float64 {
	used, is := ended.SysUsage().(*syscall.Rusage)
	if !is {
		return 0
	}
	return float64(used.Maxrss) * 1024 / 1e6 // Linux counts in units of 1024
}
