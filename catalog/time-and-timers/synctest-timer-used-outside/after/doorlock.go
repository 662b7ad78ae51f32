// Package doorlock locks a door again after a while.
package doorlock

import "time"

type Lock struct {
	timer *time.Timer
	Open  bool
}

func (l *Lock) Unlock() {
	l.Open = true
	l.timer = time.AfterFunc(time.Minute, func() { l.Open = false })
}

func (l *Lock) Close() {
	l.timer.Stop()
}
