// Package report sends reports to a server.
package report

import (
	"net/http"
	"strings"
)

var client = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}}

func Send(url, text string) (bool, error) {
	response, err := client.Post(url, "text/plain", strings.NewReader(text))
	if err != nil {
		return false, err
	}
	defer response.Body.Close()
	return response.StatusCode == http.StatusOK, nil
}
