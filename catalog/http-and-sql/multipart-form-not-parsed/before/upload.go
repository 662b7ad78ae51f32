// Package upload counts the files that people upload.
package upload

import "net/http"

func Count(r *http.Request) (int, error) {
	r.ParseMultipartForm(1 << 20)
	return len(r.MultipartForm.File["photos"]), nil //crash:blame
}
