// Package thumbs makes small pictures.
package thumbs

import (
	"sync"
	"sync/atomic"
	"time"
)

// Make says how many pictures it has made, and how long it took.
func Make(names []string, pause time.Duration, shrink func(name string)) (int, time.Duration) {
	start := time.Now()
	made := makeAll(names, pause, shrink)
	return made, time.Since(start)
}

// makeAll leaves the disk a pause after each start.
func makeAll(names []string, pause time.Duration, shrink func(name string)) int {
	var made atomic.Int64
	var wg sync.WaitGroup
	for _, name := range names {
		name := name
		wg.Add(1)
		go func() {
			defer wg.Done()
			shrink(name)
			made.Add(1)
		}()
		time.Sleep(pause)
	}
	wg.Wait()
	return int(made.Load())
}
