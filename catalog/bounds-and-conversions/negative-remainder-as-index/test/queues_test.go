package queues

import "testing"

func TestEveryKeyHasAQueue(t *testing.T) {
	var queues Queues
	keys := []string{"ada", "bob", "cleo", "dan", "eve", "fay"}
	for _, key := range keys {
		queues.Push(key)
	}
	total := 0
	for _, queue := range queues {
		total += len(queue)
	}
	if total != len(keys) {
		t.Fatalf("%d keys in the queues, want %d", total, len(keys))
	}
}
