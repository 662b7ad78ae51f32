package wordlist

import "testing"

func TestWords(t *testing.T) {
	if err := Use("testdata/words.txt"); err != nil {
		t.Fatal(err)
	}
	if got := Len(); got != 2 {
		t.Fatalf("%d words, want 2", got)
	}
}
