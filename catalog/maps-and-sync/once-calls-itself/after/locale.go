// Package locale translates words.
package locale

import "sync"

var (
	load  sync.Once
	words map[string]string
	log   []string
)

// Translate returns the word itself where it has no translation.
func Translate(word string) string {
	load.Do(loadWords)
	if translated, found := words[word]; found {
		return translated
	}
	return word
}

func loadWords() {
	log = append(log, "loading")
	words = map[string]string{"hello": "hallo"}
}
