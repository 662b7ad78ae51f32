//go:build linux

package quiet

import (
	"fmt"
	"testing"
)

func TestQuiet(t *testing.T) {
	done := false
	err := Do(func() {
		fmt.Println("loading 42 modules")
		done = true
	})
	if err != nil || !done {
		t.Fatalf("done %v, %v", done, err)
	}
}
