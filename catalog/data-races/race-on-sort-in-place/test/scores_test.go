package scores

import "testing"

func TestTwoAskForTheBest(t *testing.T) {
	board := New(10, 30, 20)
	asked := make(chan []int)
	go func() { asked <- board.Best(1) }()
	first := board.Best(1)
	if second := <-asked; first[0] != 30 || second[0] != 30 {
		t.Fatalf("got %v and %v, want [30]", first, second)
	}
}
