// Package sender sends messages, not too many in a second.
package sender

import "time"

type Sender struct{ PerSecond int }

// Pause is how long to wait after a message.
func (s Sender) Pause() time.Duration {
	if s.PerSecond <= 0 {
		return 0
	}
	return time.Second / time.Duration(s.PerSecond)
}
