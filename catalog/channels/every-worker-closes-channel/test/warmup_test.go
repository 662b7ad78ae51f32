package warmup

import (
	"testing"
	"time"
)

func TestIndexIsReadyWhenAllShardsAre(t *testing.T) {
	var index Index
	<-index.Load("a-m", "n-z")
	for deadline := time.Now().Add(2 * time.Second); index.Loaded() != 2; {
		if time.Now().After(deadline) {
			t.Fatalf("%d shards are loaded, want 2", index.Loaded())
		}
		time.Sleep(time.Millisecond)
	}
	// Whoever comes last has to get to its end.
	time.Sleep(100 * time.Millisecond)
}
