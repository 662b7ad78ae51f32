// Package photos shows photos.
package photos

import (
	"fmt"
	"net/http"
)

func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /photos/{id}/comments", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "comments on %s", r.PathValue("id"))
	})
	mux.HandleFunc("GET /newest-photo/{part}", newest)
	return mux
}

func newest(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "%s of the newest photo", r.PathValue("part"))
}
