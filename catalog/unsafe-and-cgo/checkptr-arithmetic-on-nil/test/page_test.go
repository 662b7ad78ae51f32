package page

import "testing"

func TestPageWithoutExtension(t *testing.T) {
	var page Page
	if sum, ok := page.Checksum(); ok {
		t.Fatalf("a page without an extension has the checksum %d", sum)
	}
}
