// Package slug makes titles fit for an address.
package slug

import "strings"

func Of(title string) string {
	return strings.Join(strings.Fields(strings.ToLower(title)), "-")
}
