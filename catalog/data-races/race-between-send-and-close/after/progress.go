// Package progress shows how far a job is.
package progress

type Bar struct {
	steps chan int
	over  chan struct{}
}

func New() *Bar { return &Bar{steps: make(chan int, 10), over: make(chan struct{})} }

// Step reports that a step is done; nobody listens when the bar is closed.
func (b *Bar) Step(number int) {
	select {
	case <-b.over:
	case b.steps <- number:
	}
}

// Close ends the bar and returns how many steps it has seen.
func (b *Bar) Close() int {
	close(b.over)
	for seen := 0; ; seen++ {
		select {
		case <-b.steps:
		default:
			return seen
		}
	}
}
