package search

import (
	"flag"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	flag.Parse()
	if !testing.Short() {
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
