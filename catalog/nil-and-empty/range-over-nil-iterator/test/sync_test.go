package sync

import "testing"

func TestNothingToSync(t *testing.T) {
	if got := Copy(Folder{"a": 2, "b": 1}, Folder{"a": 1, "b": 1}); got != 1 {
		t.Errorf("copied %d files, want 1", got)
	}
	if got := Copy(Folder{}, Folder{"a": 1}); got != 0 {
		t.Errorf("copied %d files from an empty folder", got)
	}
}
