// Package events pushes events to whoever listens.
package events

import (
	"fmt"
	"net/http"
)

type Hub struct{ Events chan string }

func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.(http.Flusher).Flush()
	for {
		select {
		case event, more := <-h.Events:
			if !more {
				return
			}
			fmt.Fprintln(w, event)
		case <-r.Context().Done():
			return
		}
	}
}
