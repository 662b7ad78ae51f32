// Package room knows who is in a chat room.
package room

import "sync"

type Room struct {
	mu    sync.Mutex
	users map[string]bool
}

func New() *Room { return &Room{users: make(map[string]bool)} }

func (r *Room) Enter(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.users[name] = true
}

func (r *Room) Leave(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.users, name)
}

// Users returns everyone who is in the room.
func (r *Room) Users() map[string]bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.users
}

// Count says how many are in the room.
func (r *Room) Count() int {
	count := 0
	for range r.Users() { //crash:blame
		count++
	}
	return count
}
