// Package quota knows how much may be stored.
package quota

var maxBytes int64 = 4_294_967_296

func Fits(size int64) bool { return size <= maxBytes }
