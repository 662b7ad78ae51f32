// Package cart adds up carts in C.
package cart

/*
static long long cart_total(int pieces, int cents) {
	return (long long)pieces * cents;
}
*/
import "C"

// Total is in cents.
func Total(pieces, cents int) int {
	return int(C.cart_total(C.int(pieces), C.int(cents)))
}
