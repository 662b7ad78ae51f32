// Package ticket makes short numbers for tickets.
package ticket

import "encoding/base64"

var alphabet = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") //crash:blame

func Number(id []byte) string { return alphabet.WithPadding(base64.NoPadding).EncodeToString(id) }
