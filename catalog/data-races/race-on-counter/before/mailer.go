// Package mailer sends mail and counts it.
package mailer

import "sync"

type Mailer struct {
	sent int
}

// SendAll sends to everybody at the same time.
func (m *Mailer) SendAll(to []string, send func(to string)) {
	var sending sync.WaitGroup
	for _, address := range to {
		sending.Add(1)
		go func(address string) {
			defer sending.Done()
			send(address)
			m.sent++ //crash:blame
		}(address)
	}
	sending.Wait()
}

func (m *Mailer) Sent() int { return m.sent }
