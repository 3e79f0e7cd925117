//go:build !unix

package benefit_test

import "time"

// cpuTime is not known here; the benchmark then shows the time on the wall alone.
func cpuTime() time.Duration { return 0 }
