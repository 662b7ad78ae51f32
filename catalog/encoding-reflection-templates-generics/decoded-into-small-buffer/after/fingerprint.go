// Package fingerprint reads the fingerprints of keys.
package fingerprint

import (
	"encoding/hex"
	"fmt"
)

type Fingerprint [16]byte

func Parse(text string) (f Fingerprint, err error) {
	decoded, err := hex.DecodeString(text)
	if err == nil && len(decoded) != len(f) {
		err = fmt.Errorf("a fingerprint has %d bytes, not %d", len(f), len(decoded))
	}
	copy(f[:], decoded)
	return f, err
}
