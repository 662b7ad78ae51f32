//go:build unix

package archive

import (
	"fmt"
	"testing"
)

func TestManyFiles(t *testing.T) {
	var files []string
	for i := 0; i < 300_000; i++ {
		files = append(files, fmt.Sprintf("photos/2026/holiday/%08d.jpg", i))
	}
	if got := Count(files); got != "300000" {
		t.Fatalf("counted %s", got)
	}
}
