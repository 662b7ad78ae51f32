// Package check looks whether hosts are alive.
package check

import "sync"

// Hosts calls alive for each host, all at the same time.
func Hosts(hosts []string, alive func(host string)) {
	var checks sync.WaitGroup
	for _, host := range hosts { //crash:related
		checks.Add(1)
		go func() {
			defer checks.Done()
			alive(host) //crash:blame
		}()
	}
	checks.Wait()
}
