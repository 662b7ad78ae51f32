package limits

import "testing"

func TestReloadWhileReading(t *testing.T) {
	store := New()
	read := make(chan Limits)
	go func() { read <- store.Current() }()
	store.Reload(100, 1<<20)
	if got := <-read; (got.Requests == 100) != (got.Bytes == 1<<20) {
		t.Fatalf("got %+v", got)
	}
}
