// Package cart adds up carts in C.
package cart

/*
static long long cart_total(int pieces, int cents) {
	int total;
	if (__builtin_mul_overflow(pieces, cents, &total)) __builtin_trap();
	return total;
}
*/
import "C"

// Total is in cents.
func Total(pieces, cents int) int {
	return int(C.cart_total(C.int(pieces), C.int(cents))) //crash:blame
}
