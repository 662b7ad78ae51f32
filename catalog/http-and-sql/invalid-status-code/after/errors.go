// Package problem answers with the status of an error.
package problem

import (
	"errors"
	"net/http"
)

var (
	ErrNotFound = errors.New("not found")
	ErrTooLate  = errors.New("too late")
)

var statuses = map[error]int{ErrNotFound: http.StatusNotFound, ErrTooLate: http.StatusGone}

func Answer(w http.ResponseWriter, err error) {
	status, known := statuses[err]
	if !known {
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status)
	w.Write([]byte(err.Error()))
}
