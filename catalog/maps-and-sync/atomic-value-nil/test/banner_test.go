package banner

import "testing"

func TestClearBanner(t *testing.T) {
	var banner Banner
	banner.Show("Sale!")
	banner.Clear()
	if got := banner.Text(); got != "" {
		t.Fatalf("the banner still says %q", got)
	}
}
