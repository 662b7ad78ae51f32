package version

import "testing"

func TestVersionOfNightlyBuild(t *testing.T) {
	for tag, want := range map[string]int{"v12.3": 12, "nightly-7": 0} {
		if got := Major(tag); got != want {
			t.Errorf("major of %s is %d, want %d", tag, got, want)
		}
	}
}
