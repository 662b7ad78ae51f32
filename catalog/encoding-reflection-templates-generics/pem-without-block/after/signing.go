// Package signing loads the key that signs invoices.
package signing

import (
	"crypto/x509"
	"encoding/pem"
	"errors"
)

func Key(text string) (any, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("the signing key is not PEM")
	}
	return x509.ParsePKCS8PrivateKey(block.Bytes)
}
