// Package sign signs releases.
package sign

import (
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
)

// Sign takes the key as it stands in the configuration.
func Sign(key, release string) ([]byte, error) {
	bytes, err := hex.DecodeString(key)
	if err != nil {
		return nil, err
	}
	switch len(bytes) {
	case ed25519.SeedSize:
		bytes = ed25519.NewKeyFromSeed(bytes)
	case ed25519.PrivateKeySize:
	default:
		return nil, fmt.Errorf("signing key has %d bytes", len(bytes))
	}
	return ed25519.Sign(bytes, []byte(release)), nil
}
