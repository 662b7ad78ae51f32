#include "_cgo_export.h"

int compress_size(int size, int verbose) {
	if (verbose) compressLog(verbose);
	return size / 3;
}
