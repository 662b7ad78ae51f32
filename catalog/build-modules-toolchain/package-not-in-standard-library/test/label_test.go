package label

import "testing"

func TestJSON(t *testing.T) {
	if got, err := JSON("tea"); err != nil || got != `"tea"` {
		t.Errorf("the label is %s, %v", got, err)
	}
}
