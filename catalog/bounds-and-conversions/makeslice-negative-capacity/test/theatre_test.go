package theatre

import "testing"

func TestMoreBookedThanSeats(t *testing.T) {
	show := Show{Seats: 2, Booked: map[int]string{1: "ada", 101: "folding chair", 102: "folding chair"}}
	if free := show.Free(); len(free) != 1 || free[0] != 2 {
		t.Fatalf("free seats are %v", free)
	}
}
