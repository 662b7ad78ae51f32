package main

import (
	"os"
	"strconv"
)

// offerToOOMKiller makes the test binary, and what it starts, the first choice of the kernel's OOM killer, so that go
// test, this shim and the CI runner survive. Raising the score needs no rights; that it may fail is no loss.
func offerToOOMKiller(pid int) {
	_ = os.WriteFile("/proc/"+strconv.Itoa(pid)+"/oom_score_adj", []byte("1000"), 0)
}
