// Package request sends requests by way of a C library.
package request

/*
#include <stdlib.h>

static int requests_freed;

static void request_free(char *request) {
	free(request);
	requests_freed++;
}

// On failure the library frees the request.
static int request_send(char *request, int online) {
	if (!online) {
		request_free(request);
		return -1;
	}
	return request[0];
}
*/
import "C"

import "errors"

var ErrOffline = errors.New("request: offline")

func Send(text string, online bool) error {
	request := C.CString(text)
	state := C.int(0)
	if online {
		state = 1
	}
	if C.request_send(request, state) < 0 {
		return ErrOffline
	}
	C.request_free(request)
	return nil
}
