// Package hook tells another service that something happened.
package hook

import (
	"net/http"
	"strings"
)

func Send(url, event string) error {
	request, err := http.NewRequest(http.MethodPost, url, strings.NewReader(event))
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	return response.Body.Close()
}
