// Package search answers searches.
package search

import (
	"fmt"
	"net/http"
)

func Handle(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "nothing found for %q", r.FormValue("q"))
}
