// Package weather asks several stations.
package weather

import "sync"

// Temperatures asks all stations at the same time.
func Temperatures(stations []string, ask func(station string) float64) []float64 {
	var all []float64
	var asking sync.WaitGroup
	for _, station := range stations {
		asking.Add(1)
		go func(station string) {
			defer asking.Done()
			degrees := ask(station)
			all = append(all, degrees) //crash:blame
		}(station)
	}
	asking.Wait()
	return all
}
