// Package origin finds out where a request came from.
package origin

import (
	"net/http"
	"net/netip"
)

func Of(r *http.Request) netip.Addr {
	return netip.MustParseAddr(r.Header.Get("X-Real-IP")) //crash:blame
}
