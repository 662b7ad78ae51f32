package fill

import "testing"

func TestNamesAreFilledIn(t *testing.T) {
	if got := Letter("Dear {title}{name}", "Ada", ""); got != "Dear Ada" {
		t.Errorf("the letter begins with %q", got)
	}
}
