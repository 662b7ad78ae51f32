// Package ticker streams prices.
package ticker

import (
	"fmt"
	"net/http"
)

type counting struct {
	http.ResponseWriter
	bytes int
}

func (c *counting) Unwrap() http.ResponseWriter { return c.ResponseWriter }

func (c *counting) Write(text []byte) (int, error) {
	c.bytes += len(text)
	return c.ResponseWriter.Write(text)
}

func Counted(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { next(&counting{ResponseWriter: w}, r) }
}

func Stream(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintln(w, "data: 42")
	if err := http.NewResponseController(w).Flush(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
