package limits

import "testing"

func TestLimitBeforeFirstReload(t *testing.T) {
	store := New()
	if !store.Allows(1000) {
		t.Error("1000 bytes are too many")
	}
	store.Reload(Limits{MaxBytes: 10})
	if store.Allows(1000) {
		t.Error("1000 bytes are allowed, though the limit is 10")
	}
}
