// Package download follows downloads that a C library does in the background.
package download

import "runtime/cgo"

type Download struct {
	handle  cgo.Handle
	Percent int
}

func Start() *Download {
	d := &Download{}
	d.handle = cgo.NewHandle(d)
	return d
}

// UserData is what the C library passes to each callback.
func (d *Download) UserData() uintptr { return uintptr(d.handle) }

func (d *Download) Cancel() { d.handle.Delete() }

// OnProgress is called by the C library.
func OnProgress(userData uintptr, percent int) {
	d := cgo.Handle(userData).Value().(*Download) //crash:blame
	d.Percent = percent
}
