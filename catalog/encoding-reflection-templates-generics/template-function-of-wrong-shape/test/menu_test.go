package menu

import "testing"

func TestMenu(t *testing.T) {
	if got, err := Print([]string{"soup"}); err != nil || got != "soup 450\n" {
		t.Errorf("printed %q, %v", got, err)
	}
}
