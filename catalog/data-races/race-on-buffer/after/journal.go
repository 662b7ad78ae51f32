// Package journal keeps what happened in memory.
package journal

import (
	"bytes"
	"sync"
)

type Journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Note adds a line.
func (j *Journal) Note(line string) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.text.WriteString(line + "\n")
}

func (j *Journal) Lines() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return bytes.Count(j.text.Bytes(), []byte("\n"))
}
