package squares

import (
	"os"
	"runtime/pprof"
	"strings"
	"testing"
	"time"
)

// TestMain fails where goroutines are left that can never go on.
func TestMain(m *testing.M) {
	code := m.Run()
	// Those that are about to end may do so.
	time.Sleep(100 * time.Millisecond)
	var stacks strings.Builder
	profile := pprof.Lookup("goroutineleak")
	if err := profile.WriteTo(&stacks, 1); err != nil {
		panic(err)
	}
	if profile.Count() > 0 {
		os.Stderr.WriteString(stacks.String())
		code = 1
	}
	os.Exit(code)
}

func TestSumOfSquares(t *testing.T) {
	if got := Process([]int{1, 2, 3}, 2); got != 14 {
		t.Fatalf("got %d, want 14", got)
	}
}
