package score

import "testing"

var reviews = []string{"good bread", "bad coffee", "good coffee, bad bread"}

func BenchmarkScore(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Of(reviews[i%len(reviews)])
	}
}
