// Package address takes mail addresses apart.
package address

import "strings"

// User is the part before the @.
func User(address string) (string, bool) {
	at := strings.Index(address, "@")
	user := address[:at] //crash:blame
	return user, user != ""
}
