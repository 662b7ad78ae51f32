// Package upload collects what clients upload.
package upload

import (
	"bytes"
	"io"
)

const maxHint = 1 << 20

// Collect reads a body of about so many bytes.
func Collect(body io.Reader, contentLength int64) ([]byte, error) {
	var buffer bytes.Buffer
	if contentLength > 0 && contentLength <= maxHint {
		buffer.Grow(int(contentLength))
	}
	_, err := buffer.ReadFrom(body)
	return buffer.Bytes(), err
}
