// Package weather asks several stations.
package weather

import "sync"

// Temperatures asks all stations at the same time.
func Temperatures(stations []string, ask func(station string) float64) []float64 {
	all := make([]float64, len(stations))
	var asking sync.WaitGroup
	for i, station := range stations {
		asking.Add(1)
		go func(i int, station string) {
			defer asking.Done()
			all[i] = ask(station)
		}(i, station)
	}
	asking.Wait()
	return all
}
