// Package limiter lets one request through each second.
package limiter

import "time"

type Limiter struct {
	slots chan struct{}
}

func New() *Limiter {
	l := &Limiter{slots: make(chan struct{}, 1)}
	l.slots <- struct{}{}
	return l
}

// Take waits for its turn.
func (l *Limiter) Take() {
	<-l.slots
	time.AfterFunc(time.Second, func() { l.slots <- struct{}{} })
}
