package answers

import "testing"

func TestUniqueAnswers(t *testing.T) {
	given := []any{"yes", "yes", []string{"red", "blue"}}
	if got := Unique(given); len(got) != 2 {
		t.Errorf("the answers are %v", got)
	}
}
