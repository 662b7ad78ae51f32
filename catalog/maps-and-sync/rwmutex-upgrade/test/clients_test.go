package clients

import "testing"

func TestGetCreatesClient(t *testing.T) {
	pool := New()
	first := pool.Get("example.com")
	if second := pool.Get("example.com"); first != second {
		t.Fatal("two clients for one host")
	}
}
