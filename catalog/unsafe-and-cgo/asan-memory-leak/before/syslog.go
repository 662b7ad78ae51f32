// Package syslog hands lines to a logger in C.
package syslog

/*
#include <stdlib.h>
#include <string.h>

static int syslog_line(const char *line, int length) {
	char *record = malloc(length + 32); //crash:blame
	strcpy(record, "<13>");
	strncat(record, line, length);
	int written = strlen(record);
	return written;
}
*/
import "C"

import "unsafe"

// Line returns how many bytes were logged.
func Line(line string) int {
	start := (*C.char)(unsafe.Pointer(unsafe.StringData(line)))
	return int(C.syslog_line(start, C.int(len(line))))
}
