// Package ticket makes short numbers for tickets.
package ticket

import "encoding/base64"

func Number(id []byte) string { return base64.RawURLEncoding.EncodeToString(id) }
