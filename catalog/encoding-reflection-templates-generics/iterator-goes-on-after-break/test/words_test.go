package words

import "testing"

func TestFirstLongWord(t *testing.T) {
	if got := FirstLong("a steady gopher digs"); got != "steady" {
		t.Errorf("the first long word is %q", got)
	}
}
