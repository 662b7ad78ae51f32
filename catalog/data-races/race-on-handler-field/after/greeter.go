// Package greeter greets visitors.
package greeter

import (
	"fmt"
	"net/http"
)

type Greeter struct{}

// Handler serves the greeter's pages.
func (g *Greeter) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", g.hello)
	return mux
}

func (g *Greeter) hello(w http.ResponseWriter, r *http.Request) {
	g.greet(w, r.FormValue("name"))
}

func (g *Greeter) greet(w http.ResponseWriter, visitor string) {
	fmt.Fprintf(w, "Hello, %s!", visitor)
}
