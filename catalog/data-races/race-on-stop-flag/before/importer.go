// Package importer reads records until it is told to stop.
package importer

import "time"

type Importer struct {
	stopped bool
	done    chan int
}

// Start imports in the background.
func Start(next func()) *Importer {
	i := &Importer{done: make(chan int, 1)}
	go i.run(next)
	return i
}

func (i *Importer) run(next func()) {
	count := 0
	for !i.stopped { //crash:blame
		next()
		count++
		time.Sleep(time.Millisecond)
	}
	i.done <- count
}

// Stop returns how many records were imported.
func (i *Importer) Stop() int {
	i.stopped = true //crash:related
	return <-i.done
}
