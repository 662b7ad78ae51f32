package thumbnail

import "testing"

func TestWithoutTool(t *testing.T) {
	if got := string(Make([]byte("picture"))); got != "picture" {
		t.Fatalf("got %q", got)
	}
}
