// Package discount knows who pays less.
package discount

import "time"

type Customer struct {
	Name string
	Age  int
}

// Percent is what the customer saves; the tariffs are far away.
func Percent(c Customer) int {
	time.Sleep(10 * time.Millisecond)
	if c.Age >= 65 {
		return 20
	}
	return 0
}
