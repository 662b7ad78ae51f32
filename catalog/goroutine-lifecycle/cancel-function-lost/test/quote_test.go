package quote

import (
	"context"
	"testing"
)

func TestNoShare(t *testing.T) {
	if _, err := Ask(context.Background(), "", nil); err == nil {
		t.Fatal("a price for no share")
	}
}
