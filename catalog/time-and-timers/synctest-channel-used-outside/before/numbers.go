// Package numbers hands out invoice numbers.
package numbers

type Source struct{ requests chan chan int }

func NewSource() *Source {
	s := &Source{requests: make(chan chan int)}
	go func() {
		last := 0
		for answer := range s.requests {
			last++
			answer <- last //crash:blame
		}
	}()
	return s
}

func (s *Source) Next() int {
	answer := make(chan int)
	s.requests <- answer
	return <-answer
}

func (s *Source) Close() { close(s.requests) }
