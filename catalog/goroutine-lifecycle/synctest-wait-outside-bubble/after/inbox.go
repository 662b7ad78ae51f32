// Package inbox takes messages in the background.
package inbox

import "sync"

type Inbox struct {
	mu       sync.Mutex
	messages []string
}

// Deliver returns at once.
func (i *Inbox) Deliver(message string) {
	go func() {
		i.mu.Lock()
		defer i.mu.Unlock()
		i.messages = append(i.messages, message)
	}()
}

func (i *Inbox) Count() int {
	i.mu.Lock()
	defer i.mu.Unlock()
	return len(i.messages)
}
