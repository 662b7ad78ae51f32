// Package lease hands out addresses.
package lease

import "container/list"

type Pool struct{ free list.List }

func New(addresses ...string) *Pool {
	pool := new(Pool)
	for _, address := range addresses {
		pool.free.PushBack(address)
	}
	return pool
}

func (p *Pool) Take() (string, bool) {
	address := p.free.Front().Value.(string) //crash:blame
	p.free.Remove(p.free.Front())
	return address, true
}

func (p *Pool) GiveBack(address string) { p.free.PushBack(address) }
