// Package retry spreads retries in time.
package retry

import (
	"math/rand"
	"sync"
	"time"
)

type Policy struct {
	mu     sync.Mutex
	random *rand.Rand
}

func New(seed int64) *Policy {
	return &Policy{random: rand.New(rand.NewSource(seed))}
}

// Delay is between one and two seconds.
func (p *Policy) Delay() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return time.Second + time.Duration(p.random.Int63n(int64(time.Second)))
}
