// Package rates keeps exchange rates up to date.
package rates

import "errors"

// Refresh fetches rates for all currencies at the same time.
func Refresh(currencies []string, fetch func(currency string) error) error {
	results := make(chan error)
	for _, currency := range currencies {
		currency := currency
		go func() { results <- fetch(currency) }()
	}
	var problems []error
	for range currencies {
		problems = append(problems, <-results)
	}
	return errors.Join(problems...)
}
