package thumbs

import (
	"testing"
	"time"
)

func TestThumbnailsAreReady(t *testing.T) {
	shrink := func(string) { time.Sleep(500 * time.Millisecond) }
	if got, _ := Make([]string{"cat.png"}, 200*time.Millisecond, shrink); got != 1 {
		t.Fatalf("%d thumbnails, want 1", got)
	}
}
