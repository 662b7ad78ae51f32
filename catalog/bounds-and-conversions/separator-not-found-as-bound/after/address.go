// Package address takes mail addresses apart.
package address

import "strings"

// User is the part before the @.
func User(address string) (string, bool) {
	user, _, found := strings.Cut(address, "@")
	return user, found && user != ""
}
