// Package serve answers requests from several queues.
package serve

// Serve answers what comes in on the queues.
func Serve(queues []<-chan string, answer func(request string)) {
	for _, queue := range queues {
		queue := queue
		go func() {
			for request := range queue {
				answer(request)
			}
		}()
	}
	select {} //crash:blame
}
