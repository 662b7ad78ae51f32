package settings

import "testing"

func TestBrokenLocalSettings(t *testing.T) {
	if settings, err := Load("port=8080"); err != nil || settings["port"] != "8080" {
		t.Fatalf("settings are %v, %v", settings, err)
	}
	if settings, err := Load("port 8080"); err == nil {
		t.Fatalf("settings are %v, want an error", settings)
	}
}
