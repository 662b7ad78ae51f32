// Package printer prints letters with several printers.
package printer

import "sync"

// All prints the letters.
func All(letters []string, printers int, print func(letter string)) {
	work := make(chan string)
	defer close(work)
	var printing sync.WaitGroup
	for i := 0; i < printers; i++ {
		printing.Add(1)
		go func() {
			defer printing.Done()
			for letter := range work { //crash:related
				print(letter)
			}
		}()
	}
	for _, letter := range letters {
		work <- letter
	}
	printing.Wait() //crash:blame
}
