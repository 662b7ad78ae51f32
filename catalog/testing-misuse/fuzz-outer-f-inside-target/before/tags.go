// Package tags splits the tags that people write under a photo.
package tags

import "strings"

func Split(text string) []string {
	var tags []string
	for _, word := range strings.Fields(text) {
		tags = append(tags, strings.TrimPrefix(word, "#"))
	}
	return tags
}
