// Package profile shows the profile of whoever is logged in.
package profile

import (
	"fmt"
	"net/http"
)

type userKey struct{}

func Show(w http.ResponseWriter, r *http.Request) {
	user, loggedIn := r.Context().Value(userKey{}).(string)
	if !loggedIn {
		http.Error(w, "please log in", http.StatusUnauthorized)
		return
	}
	fmt.Fprintf(w, "Hello %s", user)
}
