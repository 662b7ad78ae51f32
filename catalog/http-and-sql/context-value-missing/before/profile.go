// Package profile shows the profile of whoever is logged in.
package profile

import (
	"fmt"
	"net/http"
)

type userKey struct{}

func Show(w http.ResponseWriter, r *http.Request) {
	user := r.Context().Value(userKey{}).(string) //crash:blame
	fmt.Fprintf(w, "Hello %s", user)
}
