// Package words goes over the words of a text.
package words

import (
	"iter"
	"strings"
)

func All(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, word := range strings.Fields(text) {
			if !yield(word) {
				return
			}
		}
	}
}

func FirstLong(text string) string {
	for word := range All(text) {
		if len(word) > 5 {
			return word
		}
	}
	return ""
}
