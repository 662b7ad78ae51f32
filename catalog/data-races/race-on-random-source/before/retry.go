// Package retry spreads retries in time.
package retry

import (
	"math/rand"
	"time"
)

type Policy struct {
	random *rand.Rand
}

func New(seed int64) *Policy {
	return &Policy{random: rand.New(rand.NewSource(seed))}
}

// Delay is between one and two seconds.
func (p *Policy) Delay() time.Duration {
	return time.Second + time.Duration(p.random.Int63n(int64(time.Second))) //crash:blame
}
