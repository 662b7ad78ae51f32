package person

import "testing"

func TestJSON(t *testing.T) {
	if got, err := JSON(Person{"Ada"}); err != nil || got != `{"name":"Ada"}` {
		t.Errorf("the JSON is %s, %v", got, err)
	}
}
