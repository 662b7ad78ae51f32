package check

import "testing"

func TestSameProblemsAgain(t *testing.T) {
	first, second := Address("", ""), Address("Hill Road", "")
	if Again(nil, first) {
		t.Error("the first mistake cannot be a second one")
	}
	if Again(first, second) {
		t.Error("these are two different mistakes")
	}
	if !Again(first, Address("", "")) {
		t.Error("this is the same mistake again")
	}
}
