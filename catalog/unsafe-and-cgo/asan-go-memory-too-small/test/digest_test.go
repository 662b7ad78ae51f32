package digest

import "testing"

func TestHash(t *testing.T) {
	if got := Of("gopher"); len(got) == 0 || got[0] != 'g' {
		t.Fatalf("digest %x", got)
	}
}
