package cache

import "testing"

func TestGetFromCache(t *testing.T) {
	cache := New()
	cache.Put("cat.png", []byte{1, 2, 3})
	if image, found := cache.Get("cat.png"); !found || len(image) != 3 {
		t.Fatalf("got %v, %v", image, found)
	}
}
