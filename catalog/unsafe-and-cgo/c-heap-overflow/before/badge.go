// Package badge prints name badges by way of a C library.
package badge

/*
#include <stdlib.h>
#include <string.h>

static char *badge_new(const char *name) {
	volatile size_t room = 1000;
	char *text = malloc(room);
	for (size_t i = 0; name[i] != 0; i++) ((volatile char *)text)[i] = name[i];
	return text;
}
*/
import "C"

import "unsafe"

// Sheet holds the badges of one sheet of paper.
func Sheet(names []string) int {
	badges := 0
	for _, name := range names {
		text := C.CString(name) //crash:blame
		defer C.free(unsafe.Pointer(text))
		defer C.free(unsafe.Pointer(C.badge_new(text)))
		badges++
	}
	return badges
}
