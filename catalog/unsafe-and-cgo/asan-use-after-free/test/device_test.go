package device

import (
	"errors"
	"testing"
)

func TestNameAfterClose(t *testing.T) {
	device := Open()
	if length, err := device.NameLength(); err != nil || length != 11 {
		t.Fatalf("length %d, %v", length, err)
	}
	device.Close()
	if length, err := device.NameLength(); !errors.Is(err, ErrClosed) {
		t.Fatalf("length %d, %v", length, err)
	}
}
