package letters

import "testing"

func TestLettersOfSentence(t *testing.T) {
	counts := Count("a cat")
	if counts[0] != 2 || counts[2] != 1 || counts[19] != 1 {
		t.Fatalf("letters are %v", counts)
	}
}
