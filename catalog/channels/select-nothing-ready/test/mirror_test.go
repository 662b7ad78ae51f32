package mirror

import (
	"context"
	"errors"
	"testing"
)

func TestFetchFromMirror(t *testing.T) {
	down := errors.New("connection refused")
	_, err := Fetch(context.Background(), []string{"north", "south"}, func(string) (string, error) {
		return "", down
	})
	if !errors.Is(err, down) {
		t.Fatalf("got %v, want %v", err, down)
	}
}
