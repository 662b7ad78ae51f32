// Package font wraps a C library that reads font files.
package font

/*
#include <stdio.h>
#include <stdlib.h>

typedef void (*font_error_handler)(const char *why);

static void font_default_handler(const char *why) {
	fprintf(stderr, "font: %s\n", why);
	abort();
}
static font_error_handler font_on_error = font_default_handler;

static int font_failed;
static void font_note_error(const char *why) { font_failed = 1; }
static void font_keep_going(void) { font_on_error = font_note_error; }

static int font_glyphs(const char *bytes, int length) {
	font_failed = 0;
	if (length < 4 || bytes[0] != 'O') {
		font_on_error("bad magic number");
		return -1;
	}
	return bytes[3];
}
*/
import "C"

import (
	"errors"
	"unsafe"
)

var ErrFormat = errors.New("font: not a font")

func init() { C.font_keep_going() }

func Glyphs(file []byte) (int, error) {
	bytes := C.CBytes(file)
	defer C.free(unsafe.Pointer(bytes))
	glyphs := C.font_glyphs((*C.char)(bytes), C.int(len(file)))
	if glyphs < 0 {
		return 0, ErrFormat
	}
	return int(glyphs), nil
}
