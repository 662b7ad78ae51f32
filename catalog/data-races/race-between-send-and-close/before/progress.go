// Package progress shows how far a job is.
package progress

type Bar struct {
	steps chan int
}

func New() *Bar { return &Bar{steps: make(chan int, 10)} }

// Step reports that a step is done.
func (b *Bar) Step(number int) {
	b.steps <- number //crash:related
}

// Close ends the bar and returns how many steps it has seen.
func (b *Bar) Close() int {
	close(b.steps) //crash:blame
	seen := 0
	for range b.steps {
		seen++
	}
	return seen
}
