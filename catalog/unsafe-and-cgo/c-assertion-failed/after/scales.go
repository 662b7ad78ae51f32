// Package scales wraps a C library for price labels.
package scales

/*
#include <assert.h>

static int label_price(int grams, int cents_per_kilo) {
	assert(grams >= 0);
	return grams * cents_per_kilo / 1000;
}
*/
import "C"

import "errors"

var ErrWeight = errors.New("scales: negative weight")

// Price is in cents.
func Price(grams, centsPerKilo int) (int, error) {
	if grams < 0 {
		return 0, ErrWeight
	}
	return int(C.label_price(C.int(grams), C.int(centsPerKilo))), nil
}
