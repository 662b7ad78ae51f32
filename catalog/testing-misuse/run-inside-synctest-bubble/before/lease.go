// Package lease says whether a lease still holds.
package lease

import "time"

type Lease struct{ until time.Time }

func For(d time.Duration) Lease { return Lease{until: time.Now().Add(d)} }

func (l Lease) Holds() bool { return time.Now().Before(l.until) }
