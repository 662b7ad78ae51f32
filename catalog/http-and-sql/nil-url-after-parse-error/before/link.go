// Package link finds out which campaign a link belongs to.
package link

import "net/url"

func Campaign(address string) string {
	link, _ := url.Parse(address)
	return link.Query().Get("campaign") //crash:blame
}
