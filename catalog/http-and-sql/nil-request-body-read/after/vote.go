// Package vote takes votes.
package vote

import (
	"io"
	"net/http"
)

func Handle(w http.ResponseWriter, r *http.Request) {
	vote, err := io.ReadAll(r.Body)
	if err != nil || len(vote) == 0 {
		http.Error(w, "no vote", http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
