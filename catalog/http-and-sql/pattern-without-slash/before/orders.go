// Package orders lists orders.
package orders

import "net/http"

func Register(mux *http.ServeMux, prefix string) {
	mux.HandleFunc(prefix+"orders", list) //crash:blame
}

func list(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("[]")) }
