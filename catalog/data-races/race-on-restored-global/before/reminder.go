// Package reminder sends a mail and notes when.
package reminder

import (
	"sync"
	"time"
)

var now = time.Now

type Reminder struct {
	running sync.WaitGroup
	mu      sync.Mutex
	sent    time.Time
}

// Send sends in the background.
func (r *Reminder) Send(mail func()) {
	r.running.Add(1)
	go func() {
		defer r.running.Done()
		mail()
		sent := now() //crash:related
		r.mu.Lock()
		defer r.mu.Unlock()
		r.sent = sent
	}()
}

// Close waits for what is still being sent.
func (r *Reminder) Close() { r.running.Wait() }
