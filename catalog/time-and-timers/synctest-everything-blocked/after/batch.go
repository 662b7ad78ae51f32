// Package batch sends items three at a time, or after a second.
package batch

import "time"

func Start(items <-chan string) <-chan []string {
	batches := make(chan []string)
	go func() {
		var batch []string
		defer close(batches)
		for {
			select {
			case item, more := <-items:
				if !more {
					return
				}
				batch = append(batch, item)
				if len(batch) < 3 {
					continue
				}
			case <-time.After(time.Second):
			}
			if len(batch) > 0 {
				batches <- batch
				batch = nil
			}
		}
	}()
	return batches
}
