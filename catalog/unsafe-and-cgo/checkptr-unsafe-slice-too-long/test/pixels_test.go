package pixels

import "testing"

func TestPixelsOfARow(t *testing.T) {
	row := make([]byte, 1920*4)
	if got := len(Of(row)); got != 1920 {
		t.Fatalf("%d pixels, want 1920", got)
	}
}
