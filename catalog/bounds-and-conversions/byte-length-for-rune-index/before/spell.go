// Package spell spells words.
package spell

import "strings"

func Spell(word string) string {
	runes := []rune(word)
	var letters []string
	for i := 0; i < len(word); i++ {
		letters = append(letters, string(runes[i])) //crash:blame
	}
	return strings.Join(letters, "-")
}
