// Package download fetches a file and its signature.
package download

import (
	"errors"
	"sync"
)

// Both fetches a file and its signature at the same time.
func Both(name string, fetch func(url string) (string, error)) (file, signature string, err error) {
	var fetching sync.WaitGroup
	var fileErr, signatureErr error
	fetching.Add(2)
	go func() {
		defer fetching.Done()
		file, fileErr = fetch(name)
	}()
	go func() {
		defer fetching.Done()
		signature, signatureErr = fetch(name + ".sig")
	}()
	fetching.Wait()
	return file, signature, errors.Join(fileErr, signatureErr)
}
