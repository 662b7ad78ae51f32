package menu

import "testing"

func TestText(t *testing.T) {
	if got := Text(); got != "soup, bread" {
		t.Errorf("the menu is %q", got)
	}
}
