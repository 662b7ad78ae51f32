// Package scanner drives a document scanner by way of a C library.
package scanner

/*
#include <signal.h>

static void scan_interrupted(int number) { (void)number; }

static int scan_page(void) {
	void (*old)(int) = signal(SIGUSR1, scan_interrupted);
	int dots = 600 * 800;
	signal(SIGUSR1, old);
	return dots;
}
*/
import "C"

// Page returns how many dots were read.
func Page() int {
	return int(C.scan_page())
}
