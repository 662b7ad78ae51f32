// Package letters counts letters.
package letters

func Count(text string) (counts [26]int) {
	for _, letter := range text {
		counts[letter-'a']++ //crash:blame
	}
	return counts
}
