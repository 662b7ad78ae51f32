package alarm

import (
	"sync/atomic"
	"testing"
)

func TestEverybodyIsCalled(t *testing.T) {
	var called atomic.Int32
	Everybody([]string{"ada", "bob"}, func(string) { called.Add(1) })
	if got := called.Load(); got != 2 {
		t.Fatalf("%d were called, want 2", got)
	}
}
