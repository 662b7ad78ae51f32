package tokens

import "testing"

func TestPeekInsideIterator(t *testing.T) {
	reader := New("not", "found")
	defer reader.Close()
	after := ""
	reader.Hook = func(word string) {
		if word == "not" {
			after, _ = reader.Next()
		}
	}
	if word, _ := reader.Next(); word != "not" || after != "found" {
		t.Fatalf("got %q and then %q", word, after)
	}
}
