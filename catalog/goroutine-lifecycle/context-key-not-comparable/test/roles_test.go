package roles

import (
	"context"
	"testing"
)

func TestRolesAreFound(t *testing.T) {
	ctx := With(context.Background(), "reader", "writer")
	if got := Of(ctx); len(got) != 2 || got[0] != "reader" {
		t.Fatalf("got %v, want [reader writer]", got)
	}
}
