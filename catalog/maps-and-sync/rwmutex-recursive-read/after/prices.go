// Package prices keeps a price list.
package prices

import "sync"

type List struct {
	mu     sync.RWMutex
	prices map[string]int
}

func New() *List { return &List{prices: make(map[string]int)} }

func (l *List) Set(item string, cents int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.prices[item] = cents
}

func (l *List) Price(item string) int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.price(item)
}

// price is called with the lock held.
func (l *List) price(item string) int { return l.prices[item] }

// Report calls write for every item asked for, in order.
func (l *List) Report(items []string, write func(item string, cents int)) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	for _, item := range items {
		write(item, l.price(item))
	}
}
