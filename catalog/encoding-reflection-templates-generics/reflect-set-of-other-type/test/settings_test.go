package settings

import "testing"

func TestSettingsFromJSON(t *testing.T) {
	got, err := Read([]byte(`{"Port": 8080}`))
	if err != nil || got.Port != 8080 {
		t.Errorf("the settings are %+v, %v", got, err)
	}
}
