package ring

import (
	"strings"
	"testing"
)

func TestWrappedRing(t *testing.T) {
	var ring Ring
	for round := 0; round < 3; round++ {
		record := strings.Repeat("r", 40)
		ring.Write(record)
		read := string(ring.Next())
		read += string(ring.Next())
		if read != record {
			t.Fatalf("round %d: read %q", round, read)
		}
	}
}
