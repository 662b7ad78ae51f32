// Package answers removes answers that were given twice.
package answers

import "fmt"

func Unique[T any](answers []T) []T {
	seen := map[string]bool{}
	var unique []T
	for _, answer := range answers {
		key := fmt.Sprintf("%T %v", answer, answer)
		if !seen[key] {
			seen[key] = true
			unique = append(unique, answer)
		}
	}
	return unique
}
