// Package balance chooses servers in turn.
package balance

import "errors"

var ErrNone = errors.New("no server is up")

type Balancer struct {
	up   []string
	next int
}

func (b *Balancer) Up(server string) { b.up = append(b.up, server) }

func (b *Balancer) AllDown() { b.up = nil }

func (b *Balancer) Choose() (string, error) {
	if len(b.up) == 0 {
		return "", ErrNone
	}
	b.next = (b.next + 1) % len(b.up)
	return b.up[b.next], nil
}
