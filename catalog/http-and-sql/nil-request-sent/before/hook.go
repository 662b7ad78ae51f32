// Package hook tells another service that something happened.
package hook

import (
	"net/http"
	"strings"
)

func Send(url, event string) error {
	request, _ := http.NewRequest(http.MethodPost, url, strings.NewReader(event))
	response, err := http.DefaultClient.Do(request) //crash:blame
	if err != nil {
		return err
	}
	return response.Body.Close()
}
