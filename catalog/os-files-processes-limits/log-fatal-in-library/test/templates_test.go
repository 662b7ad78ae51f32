package templates

import (
	"errors"
	"testing"
)

func TestMissingTemplate(t *testing.T) {
	if text, err := Find("invoice", "fr"); !errors.Is(err, ErrMissing) {
		t.Fatalf("template %q, %v", text, err)
	}
}
