package sessions

import "testing"

func TestManySessions(t *testing.T) {
	hub := NewHub()
	opened := 0
	for session := 0; session < 60; session++ {
		hub.Open(func() { opened++ })
	}
	hub.Close()
	if opened != 60 {
		t.Fatalf("%d sessions were opened, want 60", opened)
	}
}
