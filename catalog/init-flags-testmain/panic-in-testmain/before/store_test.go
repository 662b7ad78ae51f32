package store

import (
	"os"
	"testing"
)

var fixtures []string

func TestMain(m *testing.M) {
	var err error
	if fixtures, err = Load("no-such-folder"); err != nil {
		panic(err) //crash:blame
	}
	os.Exit(m.Run())
}

func TestNames(t *testing.T) {
	for _, name := range fixtures {
		if name == "" {
			t.Fatal("a fixture without a name")
		}
	}
}
