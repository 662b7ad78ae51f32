// Package shop counts its orders.
package shop

import "expvar"

type Shop struct{ orders *expvar.Int }

func New() *Shop {
	return &Shop{orders: expvar.NewInt("orders")} //crash:blame
}

func (s *Shop) Order() int64 {
	s.orders.Add(1)
	return s.orders.Value()
}
