package article

import (
	"os"
	"strings"
	"testing"
)

func TestLongTitle(t *testing.T) {
	name := Save(strings.Repeat("Title ", 50), "text")
	defer os.Remove(name)
	if _, err := os.Stat(name); err != nil {
		t.Fatal(err)
	}
}
