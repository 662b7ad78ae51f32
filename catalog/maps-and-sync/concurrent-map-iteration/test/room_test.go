package room

import (
	"testing"
	"time"
)

func TestCountWhileUsersComeAndGo(t *testing.T) {
	room := New()
	for _, name := range []string{"ada", "bob", "eve"} {
		room.Enter(name)
	}
	start := time.Now()
	go func() {
		for time.Since(start) < 2*time.Second {
			room.Enter("mallory")
			room.Leave("mallory")
		}
	}()
	for time.Since(start) < 2*time.Second {
		if got := room.Count(); got < 3 {
			t.Fatalf("%d users, want at least 3", got)
		}
	}
}
