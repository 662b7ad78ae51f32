package lease

import "testing"

func TestLeaseAfterAllWereTaken(t *testing.T) {
	pool := New("10.0.0.7")
	if address, ok := pool.Take(); address != "10.0.0.7" || !ok {
		t.Fatalf("first lease is %q, %v", address, ok)
	}
	if address, ok := pool.Take(); ok {
		t.Fatalf("second lease is %q", address)
	}
}
