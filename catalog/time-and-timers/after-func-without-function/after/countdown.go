// Package countdown calls back when the time is over.
package countdown

import "time"

type Countdown struct{ OnZero func() }

func (c Countdown) Start(d time.Duration) *time.Timer {
	onZero := c.OnZero
	if onZero == nil {
		onZero = func() {}
	}
	return time.AfterFunc(d, onZero)
}
