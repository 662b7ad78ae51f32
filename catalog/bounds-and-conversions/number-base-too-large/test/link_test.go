package link

import "testing"

func TestShortLink(t *testing.T) {
	for id, want := range map[int64]string{61: "https://ex.am/Z", 3844: "https://ex.am/100"} {
		if got := Short(id); got != want {
			t.Errorf("link %d is %s, want %s", id, got, want)
		}
	}
}
