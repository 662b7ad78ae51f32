// Package bells rings bells.
package bells

import "strings"

func Ring(n int) string {
	var sound strings.Builder
	for range n { //crash:blame
		sound.WriteString("dong ")
	}
	return sound.String()
}
