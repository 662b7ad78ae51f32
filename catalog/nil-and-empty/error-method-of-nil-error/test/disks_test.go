package disks

import (
	"slices"
	"testing"
)

func TestNotesOfHealthyDisk(t *testing.T) {
	got := Notes(Disk{"sda", 9, 9}, Disk{"sdb", 3, 9})
	if want := []string{"sda: no space left"}; !slices.Equal(got, want) {
		t.Fatalf("notes are %q, want %q", got, want)
	}
}
