package pages

import "testing"

func TestPageAfterTheLast(t *testing.T) {
	items := make([]string, 12)
	for page, want := range []int{10, 2, 0} {
		if got := len(Page(items, page)); got != want {
			t.Errorf("page %d has %d items, want %d", page, got, want)
		}
	}
}
