// Package presence knows who is online.
package presence

import "sync"

type Board struct {
	mu     sync.Mutex
	online map[int]bool
}

func New() *Board { return &Board{online: make(map[int]bool)} }

func (b *Board) Enter(user int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.online[user] = true
}

func (b *Board) Leave(user int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.online, user)
}

func (b *Board) IsOnline(user int) bool {
	return b.online[user] //crash:blame
}
