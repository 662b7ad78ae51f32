package route

import "testing"

func TestRouteLength(t *testing.T) {
	legs := []int{12, 5, 20}
	for until, want := range map[int]int{20: 17, 100: 37} {
		if got := Length(legs, until); got != want {
			t.Errorf("until %d: %d km, want %d", until, got, want)
		}
	}
}
