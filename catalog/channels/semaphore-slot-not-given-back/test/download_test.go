package download

import (
	"errors"
	"testing"
)

func TestFailedDownloadsGiveBackTheirSlots(t *testing.T) {
	gone := errors.New("404")
	client := New(2, func(string) (string, error) { return "", gone })
	for i := 0; i < 3; i++ {
		if _, err := client.Download("/report.pdf"); !errors.Is(err, gone) {
			t.Fatalf("got %v, want %v", err, gone)
		}
	}
}
