// Package portal serves a customer portal.
package portal

import "net/http"

type Portal struct {
	Pages http.Handler
	Admin http.Handler // optional
}

func (p Portal) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", p.Pages)
	if p.Admin != nil {
		mux.Handle("/admin/", p.Admin)
	}
	return mux
}
