// Package download follows downloads that a C library does in the background.
package download

import "sync"

type Download struct {
	number  uintptr
	Percent int
}

var (
	mutex  sync.Mutex
	last   uintptr
	active = map[uintptr]*Download{}
)

func Start() *Download {
	mutex.Lock()
	defer mutex.Unlock()
	last++
	d := &Download{number: last}
	active[last] = d
	return d
}

// UserData is what the C library passes to each callback.
func (d *Download) UserData() uintptr { return d.number }

func (d *Download) Cancel() {
	mutex.Lock()
	defer mutex.Unlock()
	delete(active, d.number)
}

// OnProgress is called by the C library.
func OnProgress(userData uintptr, percent int) {
	mutex.Lock()
	defer mutex.Unlock()
	if d, ok := active[userData]; ok {
		d.Percent = percent
	}
}
