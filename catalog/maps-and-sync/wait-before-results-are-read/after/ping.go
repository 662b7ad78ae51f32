// Package ping asks many hosts whether they are there.
package ping

import "sync"

// All returns how many hosts answer.
func All(hosts []string, ping func(host string) bool) int {
	results := make(chan bool)
	var wg sync.WaitGroup
	for _, host := range hosts {
		wg.Add(1)
		go func(host string) {
			defer wg.Done()
			results <- ping(host)
		}(host)
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	alive := 0
	for answers := range results {
		if answers {
			alive++
		}
	}
	return alive
}
