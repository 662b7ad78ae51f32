// Package download fetches a file and its signature.
package download

import "sync"

// Both fetches a file and its signature at the same time.
func Both(name string, fetch func(url string) (string, error)) (file, signature string, err error) {
	var fetching sync.WaitGroup
	fetching.Add(2)
	go func() {
		defer fetching.Done()
		if file, err = fetch(name); err != nil { //crash:blame
			return
		}
	}()
	go func() {
		defer fetching.Done()
		if signature, err = fetch(name + ".sig"); err != nil { //crash:blame
			return
		}
	}()
	fetching.Wait()
	return file, signature, err
}
