package hits

import (
	"sync"
	"testing"
)

func TestVisitsAtTheSameTime(t *testing.T) {
	const visitors, visits = 4, 4_000_000
	counter := New()
	var all sync.WaitGroup
	for i := 0; i < visitors; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			for j := 0; j < visits; j++ {
				counter.Visit("/")
			}
		}()
	}
	all.Wait()
	if got := counter.Of("/"); got != visitors*visits {
		t.Fatalf("%d visits, want %d", got, visitors*visits)
	}
}
