// Package count counts bytes.
package count

func Spaces(text string) int {
	count := 0
	for i := range text {
		if text[i] == ' ' {
			count++
		}
	}
	return count
}
