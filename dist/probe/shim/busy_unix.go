//go:build unix

package main

import (
	"errors"
	"syscall"
)

func textBusy(err error) bool { return errors.Is(err, syscall.ETXTBSY) }
