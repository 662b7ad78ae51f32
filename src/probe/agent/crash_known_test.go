package agent

import (
	"go/build"
)

// knowsCrashOutput reports whether the toolchain has debug.SetCrashOutput (Go 1.23).
func knowsCrashOutput() bool {
	for _, tag := range build.Default.ReleaseTags {
		if tag == "go1.23" {
			return true
		}
	}
	return false
}
