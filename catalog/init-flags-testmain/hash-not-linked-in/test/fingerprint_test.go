package fingerprint

import "testing"

func TestFingerprint(t *testing.T) {
	if got := Of("hello"); got != "5d41402a" {
		t.Fatalf("fingerprint %s", got)
	}
}
