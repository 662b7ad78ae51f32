// Package scanner drives a document scanner by way of a C library.
package scanner

/*
#include <signal.h>

static void scan_interrupted(int number) { (void)number; }

static int scan_page(void) {
	struct sigaction old, own = {0};
	own.sa_handler = scan_interrupted;
	own.sa_flags = SA_ONSTACK | SA_RESTART;
	sigaction(SIGUSR1, &own, &old);
	int dots = 600 * 800;
	sigaction(SIGUSR1, &old, 0);
	return dots;
}
*/
import "C"

// Page returns how many dots were read.
func Page() int {
	return int(C.scan_page())
}
