package mail

import (
	"strings"
	"testing"
)

func TestLongBody(t *testing.T) {
	body := strings.Repeat("x", 100_000)
	if _, lines, err := Read(strings.NewReader("Hello\n" + body + "\n")); err != nil || lines != 1 {
		t.Errorf("%d lines, %v", lines, err)
	}
}
