// Package orders lists orders.
package orders

import (
	"net/http"
	"path"
)

func Register(mux *http.ServeMux, prefix string) {
	mux.HandleFunc(path.Join("/", prefix, "orders"), list)
}

func list(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("[]")) }
