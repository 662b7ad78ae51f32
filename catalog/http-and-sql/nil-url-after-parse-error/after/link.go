// Package link finds out which campaign a link belongs to.
package link

import "net/url"

func Campaign(address string) string {
	link, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return link.Query().Get("campaign")
}
