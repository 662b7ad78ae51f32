// Package rates keeps exchange rates up to date.
package rates

import "fmt"

// Refresh fetches rates for all currencies at the same time.
func Refresh(currencies []string, fetch func(currency string) error) (err error) {
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("%v", problem)
		}
	}()
	done := make(chan struct{})
	for _, currency := range currencies {
		currency := currency
		go func() {
			if err := fetch(currency); err != nil {
				panic(err) //crash:blame
			}
			done <- struct{}{}
		}()
	}
	for range currencies {
		<-done
	}
	return nil
}
