// Package page makes the addresses of result pages.
package page

import (
	"net/url"
	"strconv"
)

func Link(path string, page int) string {
	var query url.Values
	query.Set("page", strconv.Itoa(page)) //crash:blame
	return path + "?" + query.Encode()
}
