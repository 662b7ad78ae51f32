// Package cookie reads encrypted cookies of an older system.
package cookie

import (
	"crypto/aes"
	"crypto/cipher"
	"errors"
)

func Decrypt(key, data []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	if len(data) < aes.BlockSize {
		return nil, errors.New("the cookie is too short")
	}
	iv, text := data[:aes.BlockSize], data[aes.BlockSize:]
	plain := make([]byte, len(text))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, text) //crash:blame
	return plain, nil
}
