// Package greeting asks a server for its greeting.
package greeting

import (
	"io"
	"net/http"
)

type Client struct {
	http http.Client
}

func New() *Client {
	return &Client{http: http.Client{Transport: &http.Transport{}}}
}

// Get returns what the server says.
func (c *Client) Get(url string) (string, error) {
	answer, err := c.http.Get(url)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	return string(text), err
}

// Close gives the client's connections up.
func (c *Client) Close() { c.http.CloseIdleConnections() }
