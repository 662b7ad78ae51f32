// Package page makes the addresses of result pages.
package page

import (
	"net/url"
	"strconv"
)

func Link(path string, page int) string {
	query := url.Values{}
	query.Set("page", strconv.Itoa(page))
	return path + "?" + query.Encode()
}
