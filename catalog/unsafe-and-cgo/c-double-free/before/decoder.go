// Package decoder owns the state of a decoder in C.
package decoder

// #include <stdlib.h>
import "C"

import "unsafe"

type Decoder struct{ state unsafe.Pointer }

func New() *Decoder {
	return &Decoder{state: C.malloc(64)}
}

func (d *Decoder) Close() {
	C.free(d.state) //crash:blame
}
