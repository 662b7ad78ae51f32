// Package rates fetches exchange rates.
package rates

import (
	"io"
	"net/http"
)

func Fetch(url string) (string, error) {
	resp, err := http.Get(url)
	defer resp.Body.Close() //crash:blame
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(resp.Body)
	return string(text), err
}
