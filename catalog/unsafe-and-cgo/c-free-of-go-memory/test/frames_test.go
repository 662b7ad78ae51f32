package frames

import "testing"

func TestReleasePayload(t *testing.T) {
	FromDevice([]byte("ping")).Done()
	FromGo(1500).Done()
}
