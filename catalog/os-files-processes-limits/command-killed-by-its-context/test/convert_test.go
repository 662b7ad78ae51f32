//go:build unix

package convert

import (
	"context"
	"errors"
	"testing"
)

func TestSlowConversion(t *testing.T) {
	if _, err := Run("sleep 5"); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("got %v, want %v", err, context.DeadlineExceeded)
	}
}
