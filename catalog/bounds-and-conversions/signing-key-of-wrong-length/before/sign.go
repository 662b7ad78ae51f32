// Package sign signs releases.
package sign

import (
	"crypto/ed25519"
	"encoding/hex"
)

// Sign takes the key as it stands in the configuration.
func Sign(key, release string) ([]byte, error) {
	bytes, err := hex.DecodeString(key)
	if err != nil {
		return nil, err
	}
	return ed25519.Sign(bytes, []byte(release)), nil //crash:blame
}
