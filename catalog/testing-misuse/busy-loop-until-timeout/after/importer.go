// Package importer reads customers in the background.
package importer

type Import struct {
	done  chan struct{}
	names []string
}

func Start(names []string) *Import {
	run := &Import{done: make(chan struct{})}
	go run.read(names)
	return run
}

func (i *Import) read(names []string) {
	defer close(i.done)
	if len(names) == 0 {
		return
	}
	i.names = append(i.names, names...)
}

// Names waits for the end of the import.
func (i *Import) Names() []string {
	<-i.done
	return i.names
}
