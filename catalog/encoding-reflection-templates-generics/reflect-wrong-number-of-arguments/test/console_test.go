package console

import "testing"

func TestCommandWithoutArgument(t *testing.T) {
	if got := Run("greet"); got != "greet takes 1 arguments" {
		t.Errorf("the answer is %q", got)
	}
}
