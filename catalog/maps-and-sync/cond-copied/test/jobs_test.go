package jobs

import (
	"sync"
	"testing"
)

func TestWaitForJob(t *testing.T) {
	board := New(&sync.Mutex{})
	board.Add("sweep")
	board = board.WithOwner("ada")
	board.Add("cook")
	if first, second := board.Take(), board.Take(); first != "sweep" || second != "cook" {
		t.Fatalf("got %q and %q", first, second)
	}
}
