// Package files serves files as they are.
package files

import (
	"fmt"
	"net/http"
)

func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /raw/{path...}", raw)
	return mux
}

func raw(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.PathValue("path")) }
