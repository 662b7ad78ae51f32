package line

import (
	"runtime/debug"
	"testing"
)

// A recursion without end shall stop at 64 MiB, not at a gigabyte.
func init() { debug.SetMaxStack(64 << 20) }

func TestSaveNeighbours(t *testing.T) {
	ulm, lindau := &Station{Name: "Ulm"}, &Station{Name: "Lindau"}
	Connect(ulm, lindau)
	file, err := Save(ulm)
	if err != nil || len(file) == 0 {
		t.Fatalf("saved %d bytes, %v", len(file), err)
	}
}
