// Package shop serves a shop.
package shop

import "net/http"

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }

func addMonitoring(mux *http.ServeMux) {
	mux.HandleFunc("GET /health", ok)
}

func addShop(mux *http.ServeMux) {
	mux.HandleFunc("GET /items", ok)
	mux.HandleFunc("GET /health", ok) //crash:blame
}

func Routes() http.Handler {
	mux := http.NewServeMux()
	addMonitoring(mux)
	addShop(mux)
	return mux
}
