package transfer

import "testing"

func TestOfferOfTooManyPieces(t *testing.T) {
	pieces := make(chan []byte, 1)
	pieces <- []byte("all there is")
	close(pieces)
	if received := Receive(Offer{"a.iso", 1 << 60}, pieces); len(received) != 1 {
		t.Fatalf("%d pieces were received", len(received))
	}
}
