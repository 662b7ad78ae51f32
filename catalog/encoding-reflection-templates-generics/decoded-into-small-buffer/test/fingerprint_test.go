package fingerprint

import (
	"strings"
	"testing"
)

func TestFingerprintOfOtherLength(t *testing.T) {
	if _, err := Parse(strings.Repeat("ab", 20)); err == nil {
		t.Error("20 bytes were taken for a fingerprint")
	}
}
