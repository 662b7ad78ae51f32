// Package weather asks a service for the temperature.
package weather

import (
	"io"
	"net/http"
	"time"
)

var client = &http.Client{Timeout: 200 * time.Millisecond}

func Now(url string) (string, error) {
	response, err := client.Get(url)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}
