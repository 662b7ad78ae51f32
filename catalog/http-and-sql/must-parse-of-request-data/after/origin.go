// Package origin finds out where a request came from.
package origin

import (
	"net/http"
	"net/netip"
)

// Of is the zero address where the request does not tell.
func Of(r *http.Request) netip.Addr {
	address, err := netip.ParseAddr(r.Header.Get("X-Real-IP"))
	if err != nil {
		return netip.Addr{}
	}
	return address
}
