package settings

import "testing"

func TestSettingWithOtherType(t *testing.T) {
	settings := Settings{"port": "8080"}
	if port, err := Get[int](settings, "port"); err == nil {
		t.Errorf("a string was read as the number %d", port)
	}
}
