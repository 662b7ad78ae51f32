package hub

import "testing"

func TestPublishAfterLeave(t *testing.T) {
	var h Hub
	stays, leaves := h.Join("stays"), h.Join("leaves")
	h.Leave("leaves")
	h.Publish(42)
	if got := <-stays; got != 42 {
		t.Fatalf("got %d, want 42", got)
	}
	if _, open := <-leaves; open {
		t.Fatal("who has left still gets prices")
	}
}
