// Package batch sends items three at a time.
package batch

func Start(items <-chan string) <-chan []string {
	batches := make(chan []string)
	go func() {
		var batch []string
		for item := range items {
			batch = append(batch, item)
			if len(batch) == 3 {
				batches <- batch
				batch = nil
			}
		}
		close(batches)
	}()
	return batches
}
