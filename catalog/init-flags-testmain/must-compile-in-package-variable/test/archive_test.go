package archive

import "testing"

func TestShown(t *testing.T) {
	if !Shown("/2026/crash") || Shown("/2026/draft-1") {
		t.Fatal("wrong pages are shown")
	}
}
