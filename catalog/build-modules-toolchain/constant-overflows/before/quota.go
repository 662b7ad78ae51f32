// Package quota knows how much may be stored.
package quota

var maxBytes int32 = 4_294_967_296 //crash:blame

func Fits(size int64) bool { return size <= int64(maxBytes) }
