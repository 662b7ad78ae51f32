// Package uploads knows which uploads are still under way.
package uploads

import (
	"sync"
	"time"
)

type Uploads struct {
	open sync.WaitGroup
}

// Begin starts an upload that takes so long.
func (u *Uploads) Begin(takes time.Duration) {
	u.open.Add(1) //crash:blame
	time.AfterFunc(takes, u.open.Done)
}

// Drain waits for all uploads.
func (u *Uploads) Drain() { u.open.Wait() }
