// Package weather asks a service for the temperature.
package weather

import (
	"io"
	"net/http"
)

func Now(url string) (string, error) {
	response, err := http.Get(url) //crash:blame
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err
}
