package blocks

import (
	"bytes"
	"testing"
)

func TestEveryBlockArrives(t *testing.T) {
	blocks := make(chan []byte, 2)
	go Send(bytes.NewReader([]byte{1, 2, 3, 4}), 2, blocks)
	if got := Sum(blocks); got != 10 {
		t.Fatalf("got %d, want 10", got)
	}
}
