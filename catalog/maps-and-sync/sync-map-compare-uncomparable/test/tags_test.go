package tags

import "testing"

func TestReplaceTags(t *testing.T) {
	var store Store
	store.Add("intro", "go")
	store.Add("intro", "maps")
	if got := store.Of("intro"); len(got) != 2 || got[1] != "maps" {
		t.Fatalf("got %v, want [go maps]", got)
	}
}
