// Package download fetches a few files at a time.
package download

import "errors"

type Client struct {
	slots chan struct{}
	get   func(url string) (string, error)
}

func New(parallel int, get func(url string) (string, error)) *Client {
	return &Client{slots: make(chan struct{}, parallel), get: get}
}

func (c *Client) Download(url string) (string, error) {
	c.slots <- struct{}{}
	defer func() { <-c.slots }()
	body, err := c.get(url)
	if err != nil {
		return "", errors.Join(errors.New("download "+url), err)
	}
	return body, nil
}
