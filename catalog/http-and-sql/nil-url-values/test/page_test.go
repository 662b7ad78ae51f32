package page

import "testing"

func TestFirstPage(t *testing.T) {
	if got := Link("/news", 1); got != "/news?page=1" {
		t.Errorf("the link is %s", got)
	}
}
