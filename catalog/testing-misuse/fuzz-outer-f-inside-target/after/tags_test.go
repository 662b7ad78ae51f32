package tags

import (
	"strings"
	"testing"
)

func FuzzTags(f *testing.F) {
	f.Add("#sea #boats")
	f.Add("##double")
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range Split(text) {
			if strings.HasPrefix(tag, "#") {
				t.Fatal("a tag begins with #: " + tag)
			}
		}
	})
}
