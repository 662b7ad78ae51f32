// Package compress wraps a compressor in C.
package compress

/*
#cgo nocallback compress_size

extern void compressLog(int level);
int compress_size(int size, int verbose);
*/
import "C"

var Logged []int

//export compressLog
func compressLog(level C.int) { Logged = append(Logged, int(level)) }

func Size(size int, verbose bool) int {
	level := C.int(0)
	if verbose {
		level = 2
	}
	return int(C.compress_size(C.int(size), level)) //crash:blame
}
