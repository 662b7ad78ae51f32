//go:build unix

package main

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatal("never: " + what)
}

// gone reports whether a process no longer runs; a zombie that nobody has waited for does not run either.
func gone(pid int) bool {
	if syscall.Kill(pid, 0) == syscall.ESRCH {
		return true
	}
	text, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil { // it was waited for just now, or there is no /proc here
		return syscall.Kill(pid, 0) == syscall.ESRCH
	}
	return strings.Contains(string(text), ") Z ") || strings.Contains(string(text), ") X ")
}
