package texts

import "testing"

func TestIntro(t *testing.T) {
	if names, err := Names(); err != nil || len(names) != 1 {
		t.Errorf("the texts are %v, %v", names, err)
	}
}
