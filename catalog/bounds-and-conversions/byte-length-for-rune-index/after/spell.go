// Package spell spells words.
package spell

import "strings"

func Spell(word string) string {
	var letters []string
	for _, letter := range word {
		letters = append(letters, string(letter))
	}
	return strings.Join(letters, "-")
}
