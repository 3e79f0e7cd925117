//go:build !unix

package main

import "os"

// cpuSeconds is not known here.
func cpuSeconds() float64 { return 0 }

// peak is not known here.
func peak(*os.ProcessState) float64 { return 0 }
