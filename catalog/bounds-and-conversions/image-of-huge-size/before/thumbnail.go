// Package thumbnail draws small pictures.
package thumbnail

import (
	"errors"
	"image"
)

var ErrSize = errors.New("size is not allowed")

func Empty(width, height int) (*image.RGBA, error) {
	if width <= 0 || height <= 0 {
		return nil, ErrSize
	}
	return image.NewRGBA(image.Rect(0, 0, width, height)), nil //crash:blame
}
