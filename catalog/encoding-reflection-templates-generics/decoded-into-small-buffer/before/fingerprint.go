// Package fingerprint reads the fingerprints of keys.
package fingerprint

import (
	"encoding/hex"
	"fmt"
)

type Fingerprint [16]byte

func Parse(text string) (f Fingerprint, err error) {
	n, err := hex.Decode(f[:], []byte(text)) //crash:blame
	if err == nil && n != len(f) {
		err = fmt.Errorf("a fingerprint has %d bytes, not %d", len(f), n)
	}
	return f, err
}
