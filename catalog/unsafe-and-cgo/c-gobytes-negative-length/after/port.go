// Package port reads from a serial port by way of a C library.
package port

/*
#include <errno.h>
#include <string.h>

static int port_read(int fd, char *into, int size) {
	if (fd < 0) { errno = EBADF; return -1; }
	memset(into, '.', size);
	return size;
}
*/
import "C"

import "unsafe"

type Port struct{ fd int }

func Open() *Port { return &Port{fd: 3} }

func (p *Port) Close() { p.fd = -1 }

func (p *Port) Read() ([]byte, error) {
	var buffer [32]C.char
	n, err := C.port_read(C.int(p.fd), &buffer[0], C.int(len(buffer)))
	if n < 0 {
		return nil, err
	}
	return C.GoBytes(unsafe.Pointer(&buffer[0]), n), nil
}
