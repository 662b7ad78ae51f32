package prices

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestPricesAreRefreshed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		list := Start(t.Context())
		time.Sleep(150 * time.Second)
		synctest.Wait()
		if list.Refreshed != 2 {
			t.Errorf("refreshed %d times, want 2", list.Refreshed)
		}
	})
}
