package search

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	if !testing.Short() { //crash:blame
		Load("apple pear plum")
	}
	os.Exit(m.Run())
}

func TestKnownWord(t *testing.T) {
	if testing.Short() {
		t.Skip("the index is not loaded")
	}
	if !Has("pear") {
		t.Error("pear is not found")
	}
}
