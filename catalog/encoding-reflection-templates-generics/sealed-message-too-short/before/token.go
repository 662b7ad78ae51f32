// Package token opens sealed tokens.
package token

import (
	"crypto/aes"
	"crypto/cipher"
)

func Open(key, nonce, sealed []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	return gcm.Open(nil, nonce, sealed, nil) //crash:blame
}
