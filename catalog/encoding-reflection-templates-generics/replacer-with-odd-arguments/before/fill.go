// Package fill fills names into a letter.
package fill

import "strings"

func Letter(text, name, title string) string {
	words := []string{"{name}", name, "{title}"}
	if title != "" {
		words = append(words, title)
	}
	return strings.NewReplacer(words...).Replace(text) //crash:blame
}
