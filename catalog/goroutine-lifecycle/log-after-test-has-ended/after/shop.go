// Package shop takes orders.
package shop

import "sync"

type Shop struct {
	Logf    func(format string, args ...any)
	mailing sync.WaitGroup
}

// Order accepts an order and sends the mail in the background.
func (s *Shop) Order(customer string, send func()) {
	s.mailing.Add(1)
	go func() {
		defer s.mailing.Done()
		send()
		s.Logf("mail sent to %s", customer)
	}()
}

// Close waits for mail that is still being sent.
func (s *Shop) Close() { s.mailing.Wait() }
