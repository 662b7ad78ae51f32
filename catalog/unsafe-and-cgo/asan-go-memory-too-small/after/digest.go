// Package digest computes digests in C.
package digest

/*
#include <stddef.h>

enum { DIGEST_SIZE = 32 };

static void digest(const char *text, size_t length, unsigned char *out) {
	for (int i = 0; i < DIGEST_SIZE; i++) out[i] = text[i % length] ^ i;
}
*/
import "C"

import "unsafe"

const size = C.DIGEST_SIZE

// Of needs a text that is not empty.
func Of(text string) []byte {
	out := make([]byte, size)
	start := (*C.char)(unsafe.Pointer(unsafe.StringData(text)))
	C.digest(start, C.size_t(len(text)), (*C.uchar)(&out[0]))
	return out
}
