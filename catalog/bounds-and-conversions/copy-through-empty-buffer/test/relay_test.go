package relay

import (
	"strings"
	"testing"
)

func TestBufferSizeNotSet(t *testing.T) {
	var got strings.Builder
	var relay Relay
	n, err := relay.Pass(&got, strings.NewReader("hello"))
	if got.String() != "hello" || n != 5 || err != nil {
		t.Fatalf("passed on %q, %d, %v", got.String(), n, err)
	}
}
