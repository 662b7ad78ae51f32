// Package signing loads the key that signs invoices.
package signing

import (
	"crypto/x509"
	"encoding/pem"
)

func Key(text string) (any, error) {
	block, _ := pem.Decode([]byte(text))
	return x509.ParsePKCS8PrivateKey(block.Bytes) //crash:blame
}
