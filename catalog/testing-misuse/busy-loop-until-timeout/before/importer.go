// Package importer reads customers in the background.
package importer

import "sync/atomic"

type Import struct {
	done  atomic.Bool
	names []string
}

func Start(names []string) *Import {
	run := &Import{}
	go run.read(names)
	return run
}

func (i *Import) read(names []string) {
	if len(names) == 0 {
		return
	}
	i.names = append(i.names, names...)
	i.done.Store(true)
}

// Names waits for the end of the import.
func (i *Import) Names() []string {
	for !i.done.Load() { //crash:blame
	}
	return i.names
}
