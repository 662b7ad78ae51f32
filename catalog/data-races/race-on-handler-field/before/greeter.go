// Package greeter greets visitors.
package greeter

import (
	"fmt"
	"net/http"
)

type Greeter struct {
	visitor string
}

// Handler serves the greeter's pages.
func (g *Greeter) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/hello", g.hello)
	return mux
}

func (g *Greeter) hello(w http.ResponseWriter, r *http.Request) {
	g.visitor = r.FormValue("name") //crash:blame
	g.greet(w)
}

func (g *Greeter) greet(w http.ResponseWriter) {
	fmt.Fprintf(w, "Hello, %s!", g.visitor)
}
