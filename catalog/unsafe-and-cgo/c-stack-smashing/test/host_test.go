package host

import (
	"errors"
	"strings"
	"testing"
)

func TestLongHostName(t *testing.T) {
	if labels, err := Labels("crash.example.com"); err != nil || labels != 3 {
		t.Fatalf("%d labels, %v", labels, err)
	}
	if labels, err := Labels(strings.Repeat("a.", 40)); !errors.Is(err, ErrLong) {
		t.Fatalf("%d labels, %v", labels, err)
	}
}
