// Package watchdog notices when nobody feeds it.
package watchdog

import "time"

type Dog struct {
	timer    *time.Timer
	patience time.Duration
}

func New(patience time.Duration) *Dog {
	return &Dog{timer: time.NewTimer(patience), patience: patience}
}

// Expired waits until the patience is over.
func (d *Dog) Expired() { <-d.timer.C }

func (d *Dog) Feed() {
	if !d.timer.Stop() {
		<-d.timer.C //crash:blame
	}
	d.timer.Reset(d.patience)
}
