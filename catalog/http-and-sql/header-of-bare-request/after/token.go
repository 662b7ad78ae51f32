// Package token adds a token to requests.
package token

import (
	"net/http"
	"net/url"
)

func Request(host, token string) *http.Request {
	request := &http.Request{
		Method: http.MethodGet,
		URL:    &url.URL{Scheme: "https", Host: host, Path: "/"},
		Header: http.Header{},
	}
	request.Header.Set("Authorization", "Bearer "+token)
	return request
}
