package lease

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestLeaseExpires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		for _, d := range []time.Duration{time.Second, time.Hour} {
			t.Run(d.String(), func(t *testing.T) { //crash:blame
				lease := For(d)
				time.Sleep(d)
				if lease.Holds() {
					t.Error("it still holds")
				}
			})
		}
	})
}
