package greeting

import "unsafe"

func bytesOf(text []byte) unsafe.Pointer {
	return unsafe.Pointer(&text[0])
}
