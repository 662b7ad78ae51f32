package tunnel

import (
	"errors"
	"os/exec"
	"testing"
)

func TestStopWithoutProgram(t *testing.T) {
	tunnel, err := Open("no-such-tunnel-program")
	if errors.Is(err, exec.ErrNotFound) {
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := tunnel.Close(); err != nil {
		t.Fatal(err)
	}
}
