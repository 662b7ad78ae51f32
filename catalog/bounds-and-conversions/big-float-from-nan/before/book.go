// Package book averages the prices of an order book.
package book

import "math/big"

type Order struct{ Price, Amount float64 }

// Average price, weighted by amount.
func Average(orders []Order) *big.Float {
	var value, amount float64
	for _, order := range orders {
		value += order.Price * order.Amount
		amount += order.Amount
	}
	return big.NewFloat(value / amount) //crash:blame
}
