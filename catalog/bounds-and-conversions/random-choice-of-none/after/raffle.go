// Package raffle draws winners.
package raffle

import "math/rand"

type Hat struct{ names []string }

func (h *Hat) Put(name string) { h.names = append(h.names, name) }

func (h *Hat) Draw() (string, bool) {
	if len(h.names) == 0 {
		return "", false
	}
	at := rand.Intn(len(h.names))
	name := h.names[at]
	h.names = append(h.names[:at], h.names[at+1:]...)
	return name, true
}
