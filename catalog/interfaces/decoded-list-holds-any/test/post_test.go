package post

import (
	"slices"
	"testing"
)

func TestTagsOfPost(t *testing.T) {
	got, err := Tags([]byte(`{"title": "Maps", "tags": ["go", "maps"]}`))
	if want := []string{"go", "maps"}; !slices.Equal(got, want) || err != nil {
		t.Fatalf("tags are %q, %v", got, err)
	}
}
