package mirror

import "testing"

func TestEveryFileIsCopied(t *testing.T) {
	copied := 0
	Copy([]string{"a.txt", "b.txt"}, 0, func(string) { copied++ })
	if copied != 2 {
		t.Errorf("%d files were copied", copied)
	}
}
