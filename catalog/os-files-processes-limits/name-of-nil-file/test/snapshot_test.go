package snapshot

import "testing"

func TestUnwritableFolder(t *testing.T) {
	if name, err := Save("no-such-folder", "42"); err == nil {
		t.Fatalf("saved in %s", name)
	}
	if Failures == 0 {
		t.Fatal("the failure was not counted")
	}
}
