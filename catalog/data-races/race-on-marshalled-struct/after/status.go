// Package status shows what a worker does.
package status

import (
	"encoding/json"
	"sync"
)

type Worker struct {
	mu   sync.Mutex
	Done int    `json:"done"`
	Last string `json:"last"`
}

// Finish notes that a task is done.
func (w *Worker) Finish(number int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.Done = number
}

// Page is what the status page shows.
func (w *Worker) Page() ([]byte, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return json.Marshal(w)
}
