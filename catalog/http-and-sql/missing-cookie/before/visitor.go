// Package visitor knows visitors again.
package visitor

import "net/http"

func Session(r *http.Request) string {
	cookie, _ := r.Cookie("session")
	return cookie.Value //crash:blame
}
