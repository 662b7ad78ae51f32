// Package order prints orders.
package order

import "fmt"

type Order struct{ Total int }

func Line(order Order) string {
	return fmt.Sprintf("total: %d", order.Sum) //crash:blame
}
