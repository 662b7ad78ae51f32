package slug

import (
	"strings"
	"testing"
)

func FuzzSlug(f *testing.F) {
	f.Add("Ten Small Ideas")
	f.Fuzz(func(t *testing.T, title string) {
		if strings.Contains(Of(title), " ") {
			t.Errorf("%q has a space", Of(title))
		}
	})
	f.Fuzz(func(t *testing.T, title string) { //crash:blame
		if Of(title) != Of(Of(title)) {
			t.Errorf("%q changes when it is done again", Of(title))
		}
	})
}
