package presence

import (
	"testing"
	"time"
)

func TestLookUpWhileUsersComeAndGo(t *testing.T) {
	board := New()
	board.Enter(-1)
	start := time.Now()
	go func() {
		for i := 0; time.Since(start) < 2*time.Second; i++ {
			board.Enter(i % 1000)
			board.Leave(i % 1000)
		}
	}()
	for time.Since(start) < 2*time.Second {
		for i := 0; i < 100; i++ {
			if !board.IsOnline(-1) {
				t.Fatal("who never left is not online")
			}
		}
	}
}
