// Package letters counts letters.
package letters

func Count(text string) (counts [26]int) {
	for _, letter := range text {
		if letter < 'a' || letter > 'z' {
			continue
		}
		counts[letter-'a']++
	}
	return counts
}
