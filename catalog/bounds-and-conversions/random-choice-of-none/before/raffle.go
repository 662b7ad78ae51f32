// Package raffle draws winners.
package raffle

import "math/rand"

type Hat struct{ names []string }

func (h *Hat) Put(name string) { h.names = append(h.names, name) }

func (h *Hat) Draw() (string, bool) {
	at := rand.Intn(len(h.names)) //crash:blame
	name := h.names[at]
	h.names = append(h.names[:at], h.names[at+1:]...)
	return name, true
}
