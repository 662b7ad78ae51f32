package main

import (
	"crypto/rand"
	"encoding/hex"
)

// newRecordID is 16 random bytes as hex. It names a record for as long as go test's cache may replay the marker line.
func newRecordID() string {
	var bytes [16]byte
	if _, err := rand.Read(bytes[:]); err != nil {
		refuse(err)
	}
	return hex.EncodeToString(bytes[:])
}
