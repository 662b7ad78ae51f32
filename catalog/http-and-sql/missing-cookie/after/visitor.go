// Package visitor knows visitors again.
package visitor

import "net/http"

func Session(r *http.Request) string {
	cookie, err := r.Cookie("session")
	if err != nil {
		return ""
	}
	return cookie.Value
}
