// Package login remembers who is logged in.
package login

import (
	"net/http"
	"sync"
)

type Handler struct {
	mu    sync.Mutex
	users map[string]bool
}

func New() *Handler { return &Handler{users: make(map[string]bool)} }

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	h.mu.Lock()
	h.users[user] = true
	h.mu.Unlock()
	w.WriteHeader(http.StatusNoContent)
}

func (h *Handler) LoggedIn(user string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.users[user]
}
