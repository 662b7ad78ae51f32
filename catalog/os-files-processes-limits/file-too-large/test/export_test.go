package export

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLargeExport(t *testing.T) {
	t.Cleanup(func() {
		parts, _ := filepath.Glob("export.csv*")
		for _, part := range parts {
			os.Remove(part)
		}
	})
	paths, err := Orders("export.csv", 200_000)
	if err != nil || len(paths) == 0 {
		t.Fatalf("wrote %v, %v", paths, err)
	}
}
