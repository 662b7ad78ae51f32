package check

import (
	"sync"
	"testing"
)

func TestEveryHostIsChecked(t *testing.T) {
	var mu sync.Mutex
	checked := make(map[string]bool)
	Hosts([]string{"north", "south"}, func(host string) {
		mu.Lock()
		defer mu.Unlock()
		checked[host] = true
	})
	if !checked["north"] || !checked["south"] {
		t.Fatalf("checked %v only", checked)
	}
}
