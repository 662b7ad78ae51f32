// Package fill fills names into a letter.
package fill

import "strings"

func Letter(text, name, title string) string {
	return strings.NewReplacer("{name}", name, "{title}", title).Replace(text)
}
