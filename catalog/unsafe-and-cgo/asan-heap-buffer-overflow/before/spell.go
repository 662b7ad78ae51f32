// Package spell counts words by way of a C library.
package spell

/*
#include <stdlib.h>

static int spell_words(const char *text) {
	int words = 0;
	for (const char *c = text; *c != 0; c++) //crash:blame
		if (*c != ' ' && (c == text || c[-1] == ' ')) words++;
	return words;
}
*/
import "C"

func Words(text string) int {
	bytes := C.CBytes([]byte(text))
	defer C.free(bytes)
	return int(C.spell_words((*C.char)(bytes)))
}
