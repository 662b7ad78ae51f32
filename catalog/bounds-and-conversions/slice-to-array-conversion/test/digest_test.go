package digest

import (
	"strings"
	"testing"
)

func TestTruncatedDigest(t *testing.T) {
	set := make(Set)
	if err := set.Add(strings.Repeat("ab", 32)); err != nil {
		t.Error(err)
	}
	if err := set.Add(strings.Repeat("ab", 20)); err == nil || len(set) != 1 {
		t.Errorf("a digest of 20 bytes was added: %v", err)
	}
}
