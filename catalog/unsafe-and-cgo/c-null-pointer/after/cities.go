// Package cities wraps a table of cities in C.
package cities

/*
#include <stdlib.h>
#include <string.h>

struct city { const char *name; int inhabitants; };
static const struct city table[] = { { "Ulm", 126 }, { "Jena", 111 }, { "Lund", 94 } };

static const struct city *city_find(const char *name) {
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (strcmp(table[i].name, name) == 0) return &table[i];
	return NULL;
}
static int city_inhabitants(const struct city *city) { return city->inhabitants; }
*/
import "C"

import (
	"errors"
	"unsafe"
)

var ErrUnknown = errors.New("cities: unknown")

// Inhabitants counts in thousands.
func Inhabitants(name string) (int, error) {
	key := C.CString(name)
	defer C.free(unsafe.Pointer(key))
	city := C.city_find(key)
	if city == nil {
		return 0, ErrUnknown
	}
	return int(C.city_inhabitants(city)), nil
}
