// Package mailer sends mail and counts it.
package mailer

import (
	"sync"
	"sync/atomic"
)

type Mailer struct {
	sent atomic.Int64
}

// SendAll sends to everybody at the same time.
func (m *Mailer) SendAll(to []string, send func(to string)) {
	var sending sync.WaitGroup
	for _, address := range to {
		sending.Add(1)
		go func(address string) {
			defer sending.Done()
			send(address)
			m.sent.Add(1)
		}(address)
	}
	sending.Wait()
}

func (m *Mailer) Sent() int { return int(m.sent.Load()) }
