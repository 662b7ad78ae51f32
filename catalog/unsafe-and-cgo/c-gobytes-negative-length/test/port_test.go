package port

import (
	"errors"
	"syscall"
	"testing"
)

func TestReadFromClosedPort(t *testing.T) {
	port := Open()
	if got, err := port.Read(); err != nil || len(got) != 32 {
		t.Fatalf("read %q, %v", got, err)
	}
	port.Close()
	if got, err := port.Read(); !errors.Is(err, syscall.EBADF) {
		t.Fatalf("read %q, %v", got, err)
	}
}
