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
	if len(data) < aes.BlockSize || len(data)%aes.BlockSize != 0 {
		return nil, errors.New("the cookie is malformed")
	}
	iv, text := data[:aes.BlockSize], data[aes.BlockSize:]
	plain := make([]byte, len(text))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, text)
	return plain, nil
}
