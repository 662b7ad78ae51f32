package report

import (
	"errors"
	"testing"
)

func TestReportIsComplete(t *testing.T) {
	if text, err := Text([]int{1, 2}); err != nil || text != "1\n2\n" {
		t.Fatalf("got %q, %v", text, err)
	}
	if _, err := Text([]int{1, -2}); !errors.Is(err, ErrNegative) {
		t.Fatalf("got %v, want %v", err, ErrNegative)
	}
}
