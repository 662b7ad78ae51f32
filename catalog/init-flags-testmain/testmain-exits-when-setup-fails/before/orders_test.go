package orders

import (
	"fmt"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	if err := Connect(); err != nil {
		fmt.Fprintln(os.Stderr, "cannot set up:", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func TestTotal(t *testing.T) {
	if got := Total(250, 199); got != 449 {
		t.Fatalf("total %d, want 449", got)
	}
}
