//go:build unix

package sorter

import "testing"

func TestSort(t *testing.T) {
	if got, err := Sort("b\na\n"); err != nil || got != "a\nb\n" {
		t.Fatalf("sorted %q, %v", got, err)
	}
}
