// Package invoice numbers invoices.
package invoice

import "os"

// Number is the next invoice number after last. It gives up on a damaged one, and takes the whole program along.
func Number(last int) int {
	if last < 0 {
		os.Exit(3)
	}
	return last + 1
}
