package banner

import "testing"

func TestBanner(t *testing.T) {
	if got := Text(); got != "Welcome.\n" {
		t.Fatalf("banner %q", got)
	}
}
