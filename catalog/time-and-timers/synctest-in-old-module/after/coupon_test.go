//go:debug asynctimerchan=0
package coupon

import (
	"testing"
	"testing/synctest"
	"time"
)

func TestCouponExpires(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		coupon := For(24 * time.Hour)
		time.Sleep(25 * time.Hour)
		if coupon.Valid() {
			t.Error("it is still valid")
		}
	})
}
