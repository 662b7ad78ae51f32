package thumbs

import "testing"

func TestManyThumbnails(t *testing.T) {
	cache := NewCache()
	for picture := 0; picture < 3000; picture++ {
		if got := cache.Thumbnail(picture).Bytes(); got != 1<<20 {
			t.Fatalf("picture %d has %d bytes", picture, got)
		}
	}
}
