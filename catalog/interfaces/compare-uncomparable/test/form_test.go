package form

import (
	"slices"
	"testing"
)

func TestListInForm(t *testing.T) {
	before := Form{"name": "ada", "tags": []string{"go"}}
	after := Form{"name": "Ada", "tags": []string{"go"}}
	if got := Changed(before, after); !slices.Equal(got, []string{"name"}) {
		t.Fatalf("changed: %v", got)
	}
}
