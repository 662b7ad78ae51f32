// Package search finds words in an index that is loaded once.
package search

import "strings"

var index []string

func Load(words string) { index = strings.Fields(words) }

func Has(word string) bool {
	for _, known := range index {
		if known == word {
			return true
		}
	}
	return false
}
