// Package pixels sees a row of bytes as pixels, without a copy.
package pixels

import "unsafe"

type Pixel uint32

func Of(row []byte) []Pixel {
	if len(row) == 0 {
		return nil
	}
	return unsafe.Slice((*Pixel)(unsafe.Pointer(&row[0])), len(row)/int(unsafe.Sizeof(Pixel(0))))
}
