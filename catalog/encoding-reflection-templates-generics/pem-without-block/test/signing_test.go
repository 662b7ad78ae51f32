package signing

import "testing"

func TestKeyWithoutHeader(t *testing.T) {
	if _, err := Key("MC4CAQAwBQYDK2VwBCIEIA=="); err == nil {
		t.Error("a key without a header was taken")
	}
}
