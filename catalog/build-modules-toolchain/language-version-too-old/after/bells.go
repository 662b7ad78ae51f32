// Package bells rings bells.
package bells

import "strings"

func Ring(n int) string {
	var sound strings.Builder
	for i := 0; i < n; i++ {
		sound.WriteString("dong ")
	}
	return sound.String()
}
