// Package archive reads archives.
package archive

import "runtime"

type Reader struct {
	Path   string
	handle int
}

var handles = map[int]string{}

func Open(path string) *Reader {
	r := &Reader{Path: path, handle: len(handles) + 1}
	handles[r.handle] = path
	runtime.SetFinalizer(r, Reader.release) //crash:blame
	return r
}

func (r Reader) release() { delete(handles, r.handle) }
