// Package machine computes key figures in C.
package machine

// static int pieces_per_hour(volatile int pieces, volatile int hours) { return pieces / hours; }
import "C"

import "errors"

var ErrIdle = errors.New("machine: has not run")

func PiecesPerHour(pieces, hours int) (int, error) {
	return int(C.pieces_per_hour(C.int(pieces), C.int(hours))), nil //crash:blame
}
