// Package image cuts the border off scanned pages.
package image

// #include <stdlib.h>
import "C"

import (
	"errors"
	"unsafe"
)

const border = 1

var ErrEmpty = errors.New("image: nothing but border")

type Image struct {
	pixels unsafe.Pointer
	Width  int
}

func Cut(width, height int) (*Image, error) {
	inner := (width - 2*border) * height
	if inner <= 0 {
		return nil, ErrEmpty
	}
	pixels := C.malloc(C.size_t(inner))
	return &Image{pixels: pixels, Width: width - 2*border}, nil
}

func (i *Image) Close() { C.free(i.pixels) }
