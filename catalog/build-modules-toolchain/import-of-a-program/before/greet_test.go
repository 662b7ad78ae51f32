package greet

import (
	"testing"

	main "example.com/catalog/import-of-a-program/cmd/greet" //crash:blame
)

func TestGreeting(t *testing.T) {
	if got := main.Greeting("Ada"); got != "Hello Ada" {
		t.Errorf("the greeting is %q", got)
	}
}
