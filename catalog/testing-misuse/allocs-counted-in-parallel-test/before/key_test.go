package key

import "testing"

func TestKeyDoesNotAllocate(t *testing.T) {
	t.Parallel()
	buffer := make([]byte, 0, 64)
	allocs := testing.AllocsPerRun(100, func() { //crash:blame
		Of(buffer, "news", "today")
	})
	if allocs > 0 {
		t.Errorf("%v allocations", allocs)
	}
}
