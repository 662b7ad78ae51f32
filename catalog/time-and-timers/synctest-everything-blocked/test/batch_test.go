package batch

import (
	"testing"
	"testing/synctest"
)

func TestBatchIsSent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		items := make(chan string, 2)
		batches := Start(items)
		items <- "milk"
		items <- "bread"
		if batch := <-batches; len(batch) != 2 { //crash:blame
			t.Errorf("got %v", batch)
		}
		close(items)
	})
}
