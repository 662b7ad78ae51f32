package archive

import "testing"

func TestOpen(t *testing.T) {
	reader := Open("backup.tar")
	if reader.Path != "backup.tar" {
		t.Fatalf("path %q", reader.Path)
	}
}
