// Package spell counts words by way of a C library.
package spell

/*
#include <stdlib.h>

static int spell_words(const char *text) {
	int words = 0;
	for (const char *c = text; *c != 0; c++)
		if (*c != ' ' && (c == text || c[-1] == ' ')) words++;
	return words;
}
*/
import "C"

import "unsafe"

func Words(text string) int {
	bytes := C.CString(text)
	defer C.free(unsafe.Pointer(bytes))
	return int(C.spell_words(bytes))
}
