// Package events pushes events to whoever listens.
package events

import (
	"fmt"
	"net/http"
)

type Hub struct{ Events chan string }

func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.(http.Flusher).Flush()
	for event := range h.Events {
		fmt.Fprintln(w, event)
	}
}
