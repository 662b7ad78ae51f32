package folder

import (
	"runtime/debug"
	"testing"
)

// A recursion without end shall stop at 64 MiB, not at a gigabyte.
func init() { debug.SetMaxStack(64 << 20) }

func TestSizeOfLinkedFolder(t *testing.T) {
	home := &Folder{Name: "home", Bytes: 10}
	photos := &Folder{Name: "photos", Bytes: 500}
	home.Folders = []*Folder{photos}
	photos.Folders = []*Folder{{Name: "2026", Bytes: 90}, home}
	if got := home.Size(); got != 600 {
		t.Fatalf("size %d, want 600", got)
	}
}
