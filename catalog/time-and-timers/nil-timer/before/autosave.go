// Package autosave saves a document a while after the last change.
package autosave

import "time"

type Document struct {
	Delay time.Duration
	Saved int
	timer *time.Timer
}

func (d *Document) save() { d.Saved++ }

func (d *Document) Change() {
	if d.Delay == 0 {
		d.save()
		return
	}
	d.timer = time.AfterFunc(d.Delay, d.save)
}

func (d *Document) Close() {
	d.timer.Stop() //crash:blame
}
