// Package download sends files.
package download

import (
	"io"
	"net/http"
)

func Send(w http.ResponseWriter, file io.Reader) {
	if _, err := io.Copy(w, file); err != nil {
		panic(http.ErrAbortHandler) //crash:blame
	}
}
