// Package coupon makes coupons that end.
package coupon

import "time"

type Coupon struct{ until time.Time }

func For(d time.Duration) Coupon { return Coupon{until: time.Now().Add(d)} }

func (c Coupon) Valid() bool { return time.Now().Before(c.until) }
