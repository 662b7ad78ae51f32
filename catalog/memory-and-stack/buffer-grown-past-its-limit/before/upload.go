// Package upload collects what clients upload.
package upload

import (
	"bytes"
	"io"
)

// Collect reads a body of about so many bytes.
func Collect(body io.Reader, contentLength int64) ([]byte, error) {
	var buffer bytes.Buffer
	buffer.Grow(int(contentLength)) //crash:blame
	_, err := buffer.ReadFrom(body)
	return buffer.Bytes(), err
}
