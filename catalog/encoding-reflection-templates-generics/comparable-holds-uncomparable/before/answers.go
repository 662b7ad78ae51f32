// Package answers removes answers that were given twice.
package answers

func Unique[T comparable](answers []T) []T {
	seen := map[T]bool{}
	var unique []T
	for _, answer := range answers {
		if !seen[answer] { //crash:blame
			seen[answer] = true
			unique = append(unique, answer)
		}
	}
	return unique
}
