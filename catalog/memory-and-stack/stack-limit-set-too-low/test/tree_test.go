package tree

import "testing"

func TestDeepTree(t *testing.T) {
	root := &Page{Title: "home"}
	for page, level := root, 1; level < 5000; level++ {
		child := &Page{Title: "archive"}
		page.Children = []*Page{child}
		page = child
	}
	if got := root.Depth(); got != 5000 {
		t.Fatalf("depth %d, want 5000", got)
	}
}
