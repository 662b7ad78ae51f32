package room

import (
	"sync/atomic"
	"testing"
)

func TestListWhileUsersComeAndGo(t *testing.T) {
	room := New()
	for _, name := range []string{"ada", "bob", "eve"} {
		room.Enter(name)
	}
	var left atomic.Bool
	go func() {
		defer left.Store(true)
		for i := 0; i < 500_000; i++ {
			room.Enter("mallory")
			room.Leave("mallory")
		}
	}()
	for !left.Load() {
		if got := room.Count(); got < 3 {
			t.Fatalf("%d users, want at least 3", got)
		}
	}
}
