// Package upload counts the files that people upload.
package upload

import "net/http"

func Count(r *http.Request) (int, error) {
	if err := r.ParseMultipartForm(1 << 20); err != nil {
		return 0, err
	}
	return len(r.MultipartForm.File["photos"]), nil
}
