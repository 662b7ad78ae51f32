package dns

import "testing"

func TestReadDuringUpdate(t *testing.T) {
	cache := New()
	asked := make(chan bool)
	go func() {
		_, found := cache.Address("localhost")
		asked <- found
	}()
	cache.Learn("example.com", "192.0.2.1")
	if found := <-asked; !found {
		t.Fatal("localhost is not known")
	}
}
