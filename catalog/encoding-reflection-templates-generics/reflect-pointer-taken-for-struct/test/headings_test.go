package headings

import "testing"

type sale struct {
	Item  string
	Cents int
}

func TestHeadingsOfPointer(t *testing.T) {
	if got := Of(&sale{"tea", 250}); len(got) != 2 || got[0] != "Item" {
		t.Errorf("the headings are %v", got)
	}
}
