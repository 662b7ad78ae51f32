package main

import (
	"os"
	"strconv"
	"strings"
)

// offerToOOMKiller makes the test binary, and what it starts, the first choice of the kernel's OOM killer, so that go
// test, this shim and the CI runner survive. Raising the score needs no rights; that it may fail is no loss. The result is
// the score that holds, nil where there is none.
func offerToOOMKiller(pid int) *int {
	path := "/proc/" + strconv.Itoa(pid) + "/oom_score_adj"
	_ = os.WriteFile(path, []byte("1000"), 0)
	score, err := strconv.Atoi(strings.TrimSpace(readStart(path, 16)))
	if err != nil {
		return nil
	}
	return &score
}
