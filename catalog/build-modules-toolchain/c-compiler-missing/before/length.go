// Package length measures texts.
package length

/*
static int twice(int n) { return 2 * n; }
*/
import "C"

func Twice(text string) int { return int(C.twice(C.int(len(text)))) }
