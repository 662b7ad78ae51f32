package settings

import "testing"

func TestReadAfterFailedReload(t *testing.T) {
	var settings Settings
	if err := settings.Reload([]string{"colour=blue"}); err != nil {
		t.Fatal(err)
	}
	if err := settings.Reload([]string{"colour"}); err == nil {
		t.Fatal("a line without a value is accepted")
	}
	if got := settings.Get("colour"); got != "blue" {
		t.Fatalf("got %q, want blue", got)
	}
}
