// Package shop counts its orders.
package shop

import "expvar"

type Shop struct{ orders *expvar.Int }

func New() *Shop {
	return &Shop{orders: new(expvar.Int)}
}

// Publish makes the counter visible to monitoring; only once in a process.
func (s *Shop) Publish() { expvar.Publish("orders", s.orders) }

func (s *Shop) Order() int64 {
	s.orders.Add(1)
	return s.orders.Value()
}
