// Package banner shows a message on every page.
package banner

import "sync/atomic"

type Message struct{ Text string }

type Banner struct {
	current atomic.Value
}

// Show replaces the message.
func (b *Banner) Show(text string) {
	b.current.Store(&Message{Text: text})
}

// Clear takes the message away.
func (b *Banner) Clear() {
	b.current.Store(nil) //crash:blame
}

// Text is empty where there is no message.
func (b *Banner) Text() string {
	message, _ := b.current.Load().(*Message)
	if message == nil {
		return ""
	}
	return message.Text
}
