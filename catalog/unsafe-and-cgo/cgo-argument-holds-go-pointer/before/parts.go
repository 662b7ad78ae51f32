// Package parts adds up the bytes of a message that lies in several parts.
package parts

/*
struct part { const unsigned char *bytes; int length; };

static long checksum(const struct part *parts, int count) {
	long sum = 0;
	for (int i = 0; i < count; i++)
		for (int k = 0; k < parts[i].length; k++) sum += parts[i].bytes[k];
	return sum;
}
*/
import "C"

import "unsafe"

func Checksum(message [][]byte) int {
	list := make([]C.struct_part, len(message))
	for i, part := range message {
		list[i].bytes = (*C.uchar)(unsafe.Pointer(unsafe.SliceData(part)))
		list[i].length = C.int(len(part))
	}
	return int(C.checksum(&list[0], C.int(len(list)))) //crash:blame
}
