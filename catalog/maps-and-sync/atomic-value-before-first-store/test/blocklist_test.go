package blocklist

import "testing"

func TestAllowBeforeFirstList(t *testing.T) {
	list := New()
	if list.Blocks("mallory") {
		t.Error("mallory is blocked by an empty list")
	}
	list.Replace("mallory")
	if !list.Blocks("mallory") {
		t.Error("mallory is not blocked")
	}
}
