package photo

import "testing"

func TestBrightenInParallel(t *testing.T) {
	pixels := []int{10, 10, 10, 10}
	Brighten(pixels, 2)
	for i, pixel := range pixels {
		if pixel != 20 {
			t.Errorf("pixel %d is %d, want 20", i, pixel)
		}
	}
}
