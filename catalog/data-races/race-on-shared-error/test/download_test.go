package download

import (
	"errors"
	"testing"
)

func TestFetchBothParts(t *testing.T) {
	missing := errors.New("404")
	_, _, err := Both("app.tar", func(url string) (string, error) {
		if url == "app.tar" {
			return "", missing
		}
		return "ok", nil
	})
	if !errors.Is(err, missing) {
		t.Fatalf("got %v, want %v", err, missing)
	}
}
