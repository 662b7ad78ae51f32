package preview

import "testing"

func TestPreviewOfShortText(t *testing.T) {
	for post, want := range map[string]string{
		"Today I have seen a whale": "Today I have seen a …",
		"Hello":                     "Hello",
	} {
		if got := Of(post); got != want {
			t.Errorf("preview of %q is %q, want %q", post, got, want)
		}
	}
}
