// Package device wraps a device in C.
package device

/*
#include <stdlib.h>
#include <string.h>

struct device { char name[16]; int opened; };

static struct device *device_open(void) {
	struct device *d = calloc(1, sizeof *d);
	strcpy(d->name, "thermometer");
	return d;
}
static int device_name_length(struct device *d) { return strlen(d->name); } //crash:blame
static void device_close(struct device *d) { free(d); }
*/
import "C"

import "errors"

var ErrClosed = errors.New("device: closed")

type Device struct{ c *C.struct_device }

func Open() *Device { return &Device{c: C.device_open()} }

func (d *Device) NameLength() (int, error) {
	return int(C.device_name_length(d.c)), nil
}

func (d *Device) Close() {
	C.device_close(d.c)
}
