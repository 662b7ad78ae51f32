package oracle

import (
	"context"
	"os"
	"runtime/pprof"
	"strings"
	"testing"
	"time"
)

// checkLeaks fails the test where a goroutine can never go on.
func checkLeaks(t *testing.T) {
	var stacks strings.Builder
	profile := pprof.Lookup("goroutineleak")
	if err := profile.WriteTo(&stacks, 2); err != nil {
		t.Fatal(err)
	}
	if profile.Count() > 0 {
		os.Stderr.WriteString(stacks.String())
		t.Errorf("%d goroutines are leaked", profile.Count())
	}
}

func TestAskTwice(t *testing.T) {
	if text, err := Ask(context.Background(), 0); err != nil || text != "42" {
		t.Fatalf("got %q, %v", text, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Ask(ctx, 100*time.Millisecond); err == nil {
		t.Fatal("an answer, though nobody wanted to wait")
	}
	time.Sleep(time.Second)
	checkLeaks(t)
}
