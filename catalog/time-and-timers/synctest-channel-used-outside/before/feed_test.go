package feed

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestQuotesArrive(t *testing.T) {
	var feed *Feed
	synctest.Test(t, func(t *testing.T) {
		feed = Start(t.Context())
		time.Sleep(90 * time.Second)
	})
	if got := <-feed.Quotes; got != 100 { //crash:blame
		t.Errorf("the first quote is %d", got)
	}
}
