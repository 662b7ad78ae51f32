// Package serve answers requests from several queues.
package serve

import "sync"

// Serve answers what comes in on the queues until all are closed.
func Serve(queues []<-chan string, answer func(request string)) {
	var open sync.WaitGroup
	for _, queue := range queues {
		queue := queue
		open.Add(1)
		go func() {
			defer open.Done()
			for request := range queue {
				answer(request)
			}
		}()
	}
	open.Wait()
}
