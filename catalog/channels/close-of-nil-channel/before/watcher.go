// Package watcher reports changes of a file.
package watcher

type Watcher struct {
	path string
	quit chan struct{}
}

func New(path string) *Watcher { return &Watcher{path: path} }

// Start watches until Stop is called.
func (w *Watcher) Start(changed func(path string), changes <-chan struct{}) {
	w.quit = make(chan struct{})
	go func() {
		for {
			select {
			case <-changes:
				changed(w.path)
			case <-w.quit:
				return
			}
		}
	}()
}

func (w *Watcher) Stop() {
	close(w.quit) //crash:blame
}
