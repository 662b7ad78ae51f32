// Package post delivers letters.
package post

func Days(abroad bool) int {
	if abroad {
		return 7
	}
	return 2
}
