// Package host makes host names canonical by way of a C library.
package host

/*
#cgo CFLAGS: -fstack-protector-all
#include <ctype.h>
#include <stdlib.h>

static int host_labels(const char *name) {
	volatile char lower[32];
	int length = 0, labels = 1;
	for (; name[length] != 0; length++) lower[length] = tolower(name[length]);
	for (int i = 0; i < length; i++) labels += lower[i] == '.';
	return labels;
}
*/
import "C"

import (
	"errors"
	"unsafe"
)

var ErrLong = errors.New("host: name too long")

func Labels(name string) (int, error) {
	text := C.CString(name)
	defer C.free(unsafe.Pointer(text))
	return int(C.host_labels(text)), nil //crash:blame
}
