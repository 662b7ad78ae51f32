// Package squares computes with several workers.
package squares

// Process returns the sum of the squares.
func Process(numbers []int, workers int) int {
	work, results := make(chan int), make(chan int)
	for i := 0; i < workers; i++ {
		go square(work, results)
	}
	go func() {
		for _, number := range numbers {
			work <- number
		}
	}()
	sum := 0
	for range numbers {
		sum += <-results
	}
	return sum
}

func square(work <-chan int, results chan<- int) {
	for number := range work { //crash:blame
		results <- number * number
	}
}
