package config

import (
	"errors"
	"testing"
)

func TestWrongLine(t *testing.T) {
	if settings, err := Parse("host=mx1\nport 25"); !errors.Is(err, ErrSyntax) {
		t.Fatalf("settings %v, %v", settings, err)
	}
}
